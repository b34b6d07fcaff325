using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Sites;

namespace Connections.Web.Features.Directory.Staff.ReviewListing;

/// <summary>Sends a submitted listing back to its writers with words that say what is needed.</summary>
public sealed class ReturnListing(ConnectionsDbContext db, WriteToOrganisation write, AuditTrail audit, ISiteLinks links, Site site)
{
    public async Task<Outcome> HandleAsync(Listing listing, int version, string? reason, CancellationToken ct)
    {
        if (listing.State is ListingState.Submitted && listing.Version != version)
        {
            return Outcome.Refused(StaleSave.Stale);
        }

        var outcome = listing.Return(reason);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        audit.Record("directory.return", $"listing:{listing.Id}", reason: listing.ReturnReason);
        var email = new ListingReturnedEmail(listing.Content.Name, listing.ReturnReason!, links.Absolute(DirectoryLinks.Written(listing.Id)), site.Name);
        await write.HandleAsync(listing.OrganisationId, email, replyTo: null, ct);
        return await db.SaveUnlessStaleAsync(ct);
    }
}
