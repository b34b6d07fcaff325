using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Directory;
using Connections.Domain.Shared;

namespace Connections.Web.Features.Directory.Owned.Withdraw;

/// <summary>Gives a listing that was taken out back to its organisation as a draft. It is published only when staff have read it again.</summary>
public sealed class ListAgain(ConnectionsDbContext db, AuditTrail audit)
{
    public async Task<Outcome> HandleAsync(Listing listing, CancellationToken ct)
    {
        var outcome = listing.ListAgain();
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        audit.Record("directory.list-again", $"listing:{listing.Id}", before: new { state = ListingState.Withdrawn }, after: new { state = listing.State });
        return await db.SaveUnlessStaleAsync(ct);
    }
}
