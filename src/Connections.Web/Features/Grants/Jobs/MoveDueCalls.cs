using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Jobs;

/// <summary>Opens announced calls whose time has come, with the fingerprint of their rubric on record, and closes open ones.</summary>
public sealed class MoveDueCalls(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Calls
            .Where(c => (c.Status == CallStatus.Announced && c.OpensAt <= now) || (c.Status == CallStatus.Open && c.ClosesAt <= now))
            .ToListAsync(ct);
        foreach (var call in due)
        {
            if (call.Status is CallStatus.Announced && call.Open(now).Succeeded)
            {
                audit.Record("grants.open", $"call:{call.Id}", after: new { call.RubricHash, call.FrozenAt });
            }
            else if (call.Close(now).Succeeded)
            {
                audit.Record("grants.close", $"call:{call.Id}");
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
