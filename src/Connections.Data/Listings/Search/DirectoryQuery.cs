namespace Connections.Data.Listings.Search;

/// <summary>A search of the directory: words, and for each facet the values of which one must hold.</summary>
public sealed record DirectoryQuery(
    string? Text = null,
    IReadOnlyList<string>? Kinds = null,
    IReadOnlyList<string>? Countries = null,
    IReadOnlyList<string>? Languages = null,
    IReadOnlyList<string>? Meets = null,
    int Page = 1,
    int PageSize = 20)
{
    /// <summary>Longer texts are cut: nobody types them into a search box.</summary>
    public const int TextLength = 200;
}
