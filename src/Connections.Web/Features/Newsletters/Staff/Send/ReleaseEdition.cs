using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Newsletters;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters.Staff.Send;

/// <summary>Lets an edition go out to everybody it concerns. Deliveries follow in the background.</summary>
public sealed class ReleaseEdition(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the edition after the page was opened.</exception>
    public async Task<Outcome> HandleAsync(Edition edition, int version, int audience, CancellationToken ct)
    {
        var outcome = edition.Release(audience, clock.GetUtcNow());
        if (outcome.Succeeded)
        {
            db.Entry(edition).Property(e => e.Version).OriginalValue = version;
            audit.Record("newsletters.send", $"edition:{edition.Id}", after: new { edition.Subject, Audience = audience });
            await db.SaveChangesAsync(ct);
        }

        return outcome;
    }
}
