using Connections.Domain.Content;

namespace Connections.Web.Features.Content;

/// <summary>Where pages and stories come from.</summary>
public interface IContentSource
{
    /// <returns>Null where there is no published page of that kind at the path.</returns>
    Task<PageDetail?> FindAsync(PageKind kind, string path, CancellationToken ct);

    /// <summary>Published stories, newest first.</summary>
    Task<(IReadOnlyList<StoryRow> Rows, int Total)> StoriesAsync(int skip, int take, CancellationToken ct);
}

public sealed record PageDetail(
    string Path,
    string Title,
    string Summary,
    string Markdown,
    string? Author,
    string? Quote,
    string? QuotedPerson,
    string? Art,
    string? ArtDescription,
    string Language,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt);

public sealed record StoryRow(string Path, string Title, string Summary, string? Quote, string? QuotedPerson, string? Art, string? ArtDescription, string Language);
