namespace Connections.Domain.Directory;

/// <summary>What an organisation declares about governments other than the site's own. Asked of every country alike, seen
/// by staff only, and no verdict.</summary>
public enum ForeignStateLink
{
    None,
    Funded,
    Directed,
}
