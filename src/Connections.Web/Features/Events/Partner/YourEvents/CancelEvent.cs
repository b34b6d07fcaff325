using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Events;
using Connections.Domain.Shared;

namespace Connections.Web.Features.Events.Partner.YourEvents;

/// <summary>Calls an event off. If it was published it stays on the site as cancelled.</summary>
public sealed class CancelEvent(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(Event found, string? reason, CancellationToken ct)
    {
        var outcome = found.Cancel(reason, clock.GetUtcNow());
        if (outcome.Succeeded)
        {
            audit.Record("events.cancel", $"event:{found.Id}", reason);
            await db.SaveChangesAsync(ct);
        }

        return outcome;
    }
}
