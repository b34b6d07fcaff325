using Connections.Data;
using Connections.Data.Audit;
using Connections.Data.Listings;
using Connections.Domain.Shared;

namespace Connections.Web.Features.Directory.Owned.Withdraw;

/// <summary>Takes a listing out of the directory because the organisation wants it, with any change that was open.</summary>
public sealed class WithdrawListing(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(OwnListing own, CancellationToken ct)
    {
        var before = own.Listing.State;
        var outcome = own.Listing.Withdraw(clock.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        own.Change?.Drop(clock.GetUtcNow());
        audit.Record("directory.withdraw", $"listing:{own.Listing.Id}", before: new { state = before }, after: new { state = own.Listing.State });
        return await db.SaveUnlessStaleAsync(ct);
    }
}
