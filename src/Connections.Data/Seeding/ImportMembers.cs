using Connections.Domain.Newsletters;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports <c>fixtures/members.json</c> as subscriptions to the newsletter.</summary>
internal sealed class ImportMembers(ConnectionsDbContext db) : ISeedImport
{
    public SeedStage Stage => SeedStage.Members;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var pack = SeedFile.PackName(packFolder);
        var file = await SeedFile.ReadAsync<MembersFile>(packFolder, "fixtures/members.json", ct);
        var known = await db.Subscriptions.Select(s => s.Id).ToHashSetAsync(ct);
        foreach (var record in file?.Members ?? [])
        {
            var id = new SubscriptionId(SeedIds.For(pack, "members", record.Key));
            if (known.Add(id))
            {
                db.Subscriptions.Add(record.Subscription(id));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private sealed record MembersFile(List<MemberRecord> Members);

    private sealed record MemberRecord(
        string Key,
        string Email,
        string Language,
        List<string> Topics,
        List<string> CountriesOfInterest,
        Frequency Frequency,
        DateTimeOffset RegisteredAt,
        DateTimeOffset? ConfirmedAt,
        DateTimeOffset? UnsubscribedAt)
    {
        public Subscription Subscription(SubscriptionId id)
        {
            var made = new Subscription(id, Email, new SubscriptionChoices(Topics, CountriesOfInterest, Language, Frequency), RegisteredAt);
            if (ConfirmedAt is { } confirmedAt)
            {
                made.Confirm(confirmedAt);
            }

            if (UnsubscribedAt is { } unsubscribedAt)
            {
                made.Unsubscribe(unsubscribedAt);
            }

            return made;
        }
    }
}
