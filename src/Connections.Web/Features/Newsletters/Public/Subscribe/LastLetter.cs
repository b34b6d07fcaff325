using Connections.Data;
using Connections.Domain.Newsletters;
using Connections.Web.Writing;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters.Public.Subscribe;

/// <summary>The letter sent last, so that people see what they ask for.</summary>
/// <param name="Parts">Heading of each part written for a topic, with the key of that topic.</param>
public sealed record LastLetter(string Subject, string Language, DateTimeOffset SentAt, IReadOnlyList<(string Title, string Topic)> Parts)
{
    private const int Shown = 5;

    /// <returns>Null where none has been sent.</returns>
    public static async Task<LastLetter?> FindAsync(ConnectionsDbContext db, CancellationToken ct)
    {
        var edition = await db.Editions.AsNoTracking().Where(e => e.Status == EditionStatus.Sent && e.Kind == EditionKind.Letter)
            .OrderByDescending(e => e.SentAt).FirstOrDefaultAsync(ct);
        return edition is { SentAt: { } sentAt }
            ? new LastLetter(edition.Subject, edition.Language, sentAt, [.. Titles(edition).DistinctBy(part => part.Topic).Take(Shown)])
            : null;
    }

    private static IEnumerable<(string Title, string Topic)> Titles(Edition edition) =>
        from section in edition.Sections
        let title = MarkdownText.Title(section.Markdown)
        where section.Topic is not null && title is not null
        select (title, section.Topic);
}
