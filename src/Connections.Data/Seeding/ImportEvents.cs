using Connections.Domain.Events;
using Connections.Domain.Partners;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports <c>fixtures/events.json</c> with every time at which a published event takes place.</summary>
internal sealed class ImportEvents(ConnectionsDbContext db, TimeProvider clock) : ISeedImport
{
    public SeedStage Stage => SeedStage.Events;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var pack = SeedFile.PackName(packFolder);
        var file = await SeedFile.ReadAsync<EventsFile>(packFolder, "fixtures/events.json", ct);
        var organisations = await SeedFile.ReadAsync<OrganisationsFile>(packFolder, "fixtures/organisations.json", ct);
        var names = organisations?.Organisations.ToDictionary(o => o.Key, o => o.Name) ?? [];
        var partners = await db.Partners.ToDictionaryAsync(p => p.Id, ct);
        var known = await db.Events.Select(e => e.Id).ToHashSetAsync(ct);
        foreach (var record in file?.Events ?? [])
        {
            var id = new EventId(SeedIds.For(pack, "events", record.Key));
            if (known.Add(id))
            {
                var partner = record.Partner is null ? null : partners.GetValueOrDefault(new PartnerId(SeedIds.For(pack, "partners", record.Partner)));
                var organiser = partner?.Name ?? (record.Organisation is null ? null : names.GetValueOrDefault(record.Organisation)) ?? "";
                Add(record, new Event(id, Slug.From(record.Title, record.Key), organiser, partner?.Id, partner?.AccountId, record.Details(), record.SubmittedAt));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private void Add(EventRecord record, Event made)
    {
        if (record.PublishedAt is { } publishedAt)
        {
            made.Publish(publishedAt);
        }

        if (record.Status is "cancelled")
        {
            made.Cancel(record.StatusReason, record.PublishedAt ?? record.SubmittedAt);
        }
        else if (record.Status is "returned")
        {
            made.Return(record.StatusReason ?? "-", record.SubmittedAt);
        }

        db.Events.Add(made);
        if (made.IsPublic)
        {
            db.EventOccurrences.AddRange(made.Times(clock.GetUtcNow()));
        }
    }

    private sealed record EventsFile(List<EventRecord> Events);

    private sealed record OrganisationsFile(List<OrganisationRecord> Organisations);

    private sealed record OrganisationRecord(string Key, string Name);

    private sealed record RecurrenceRecord(string Rule, List<DateTime>? Exceptions);

    private sealed record EventRecord(
        string Key,
        string Title,
        string Summary,
        string Description,
        string? Organisation,
        string? Partner,
        DateTime StartsAt,
        DateTime EndsAt,
        string TimeZone,
        string? Venue,
        string? City,
        string? Country,
        string? OnlineUrl,
        List<string> Languages,
        List<string> Topics,
        RecurrenceRecord? Recurrence,
        string? Price,
        string? Accessibility,
        string Status,
        string? StatusReason,
        DateTimeOffset SubmittedAt,
        DateTimeOffset? PublishedAt)
    {
        public EventDetails Details() => new(
            Title, Summary, Description, StartsAt, EndsAt, TimeZone, Recurrence?.Rule, Recurrence?.Exceptions ?? [], Venue, City, Country, OnlineUrl, Languages, Topics, Price, Accessibility);
    }
}
