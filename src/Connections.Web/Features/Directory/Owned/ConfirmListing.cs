using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Directory.Owned;

/// <summary>The yearly "all is right", by a mailed link or by somebody signed in.</summary>
public sealed class ConfirmListing(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(ListingId id, CancellationToken ct)
    {
        var listing = await db.Listings.SingleAsync(l => l.Id == id, ct);
        var before = listing.ConfirmedAt;
        var outcome = listing.Confirm(clock.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        audit.Record("directory.confirm", $"listing:{id}", before: new { confirmedAt = before }, after: new { confirmedAt = listing.ConfirmedAt });
        return await db.SaveUnlessStaleAsync(ct);
    }
}
