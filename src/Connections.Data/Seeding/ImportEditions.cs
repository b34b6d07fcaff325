using Connections.Domain.Newsletters;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports <c>fixtures/editions.json</c>: editions sent and one being written. Deliveries of the past are not made up.</summary>
internal sealed class ImportEditions(ConnectionsDbContext db, TimeProvider clock) : ISeedImport
{
    public SeedStage Stage => SeedStage.Editions;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var pack = SeedFile.PackName(packFolder);
        var file = await SeedFile.ReadAsync<EditionsFile>(packFolder, "fixtures/editions.json", ct);
        var authors = await db.Users.ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        var known = await db.Editions.Select(e => e.Id).ToHashSetAsync(ct);
        foreach (var record in file?.Editions ?? [])
        {
            var id = new EditionId(SeedIds.For(pack, "editions", record.Key));
            if (known.Add(id))
            {
                var made = new Edition(id, record.Text(), authors.GetValueOrDefault(SeedIds.For(pack, "people", record.Author), record.Author), record.SentAt ?? clock.GetUtcNow());
                if (record.SentAt is { } sentAt)
                {
                    made.Finish(record.Recipients ?? 0, sentAt);
                }

                db.Editions.Add(made);
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private sealed record EditionsFile(List<EditionRecord> Editions);

    private sealed record SectionRecord(string? Topic, List<string> Countries, string Markdown);

    private sealed record EditionRecord(string Key, string Subject, string? Preheader, string Language, DateTimeOffset? SentAt, int? Recipients, string Author, List<SectionRecord> Sections)
    {
        public EditionText Text() => new(
            Subject, Preheader ?? "", Language, EveryLanguage: true, Sections.ConvertAll(s => new EditionSection(s.Topic, s.Countries, s.Markdown)));
    }
}
