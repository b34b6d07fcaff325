namespace Connections.Domain.Directory;

/// <summary>draft → submitted → published → due for confirmation → dormant; withdrawn from any of them, returned with
/// reasons from submitted.</summary>
public enum ListingState
{
    Draft,
    Submitted,
    Returned,
    Published,
    DueForConfirmation,
    Dormant,
    Withdrawn,
}
