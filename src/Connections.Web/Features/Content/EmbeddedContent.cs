using Connections.Data;
using Connections.Domain.Content;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Content;

/// <summary>Content kept in the portal's own database, first filled from the site pack.</summary>
internal sealed class EmbeddedContent(ConnectionsDbContext db, TimeProvider clock) : IContentSource
{
    public Task<PageDetail?> FindAsync(PageKind kind, string path, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Pages
            .Where(p => p.Kind == kind && p.Path == path && p.PublishedAt <= now)
            .Select(p => new PageDetail(p.Path, p.Title, p.Summary, p.Markdown, p.Author, p.Quote, p.QuotedPerson, p.Art, p.ArtDescription, p.Language, p.PublishedAt, p.UpdatedAt))
            .FirstOrDefaultAsync(ct);
    }

    public async Task<(IReadOnlyList<StoryRow> Rows, int Total)> StoriesAsync(int skip, int take, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var stories = db.Pages.Where(p => p.Kind == PageKind.Story && p.PublishedAt <= now);
        var rows = await stories
            .OrderBy(p => p.Order).ThenByDescending(p => p.PublishedAt).ThenBy(p => p.Path)
            .Skip(skip).Take(take)
            .Select(p => new StoryRow(p.Path, p.Title, p.Summary, p.Quote, p.QuotedPerson, p.Art, p.ArtDescription, p.Language))
            .ToListAsync(ct);
        return (rows, await stories.CountAsync(ct));
    }
}
