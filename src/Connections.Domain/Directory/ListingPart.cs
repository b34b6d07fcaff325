namespace Connections.Domain.Directory;

/// <summary>A listing is written in four parts, each saved by itself.</summary>
public enum ListingPart
{
    Name,
    Place,
    Words,
    Joining,
}
