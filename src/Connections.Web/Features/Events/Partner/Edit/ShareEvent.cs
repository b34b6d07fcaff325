using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Events;
using Connections.Domain.Partners;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events.Partner.Edit;

/// <summary>Sends a new or changed event of a partner to be checked.</summary>
public sealed class ShareEvent(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Posting the same form again, say after going back to it, changes the event it made while that still waits.</summary>
    public async Task<Outcome> NewAsync(EventId id, Domain.Partners.Partner partner, EventDetails details, CancellationToken ct)
    {
        var known = await db.Events.SingleOrDefaultAsync(e => e.Id == id && e.SharedBy == partner.AccountId, ct);
        if (known is { Status: EventStatus.Submitted })
        {
            return await ChangeAsync(known, known.Version, details, ct);
        }

        var outcome = Outcome.From(details.Check());
        if (outcome.Succeeded && known is null)
        {
            var slug = await FreeSlugAsync(Slug.From(details.Title, "event"), ct);
            db.Events.Add(new Event(id, slug, partner.Name, partner.Id, partner.AccountId, details, clock.GetUtcNow()));
            audit.Record("events.share", $"event:{id}", after: new { details.Title });
            await db.SaveChangesAsync(ct);
        }

        return outcome;
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the event after the form was opened.</exception>
    public async Task<Outcome> ChangeAsync(Event found, int version, EventDetails details, CancellationToken ct)
    {
        var before = found.Wanted.Title;
        var outcome = found.Change(details, clock.GetUtcNow());
        if (outcome.Succeeded)
        {
            db.Entry(found).Property(e => e.Version).OriginalValue = version;
            audit.Record("events.change", $"event:{found.Id}", before: new { Title = before }, after: new { details.Title });
            await db.SaveChangesAsync(ct);
        }

        return outcome;
    }

    private async Task<string> FreeSlugAsync(string wanted, CancellationToken ct)
    {
        var taken = await db.Events.Where(e => e.Slug.StartsWith(wanted)).Select(e => e.Slug).ToHashSetAsync(ct);
        return taken.Contains(wanted)
            ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{wanted}-{n}").First(s => !taken.Contains(s))
            : wanted;
    }
}
