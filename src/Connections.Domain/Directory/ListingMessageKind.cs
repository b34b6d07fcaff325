namespace Connections.Domain.Directory;

public enum ListingMessageKind
{
    /// <summary>A visitor says that something in the listing is not right.</summary>
    Suggestion,

    /// <summary>Somebody signed in says that they may speak for the organisation.</summary>
    Claim,
}
