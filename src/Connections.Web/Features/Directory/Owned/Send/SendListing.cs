using Connections.Data;
using Connections.Data.Audit;
using Connections.Data.Listings;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Sites;

namespace Connections.Web.Features.Directory.Owned.Send;

/// <summary>Sends to staff what was written: a new listing with its declarations, or a change to a published one.</summary>
public sealed class SendListing(ConnectionsDbContext db, WriteToOrganisation write, AuditTrail audit, DirectoryReference reference, ISiteLinks links, Site site, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(OwnListing own, ListingDeclaration declaration, int version, CancellationToken ct)
    {
        if (version != own.Version)
        {
            return Outcome.Refused(StaleSave.Stale);
        }

        var now = clock.GetUtcNow();
        var (listing, change) = (own.Listing, own.Change);
        var outcome = listing.CanBeWritten ? listing.Submit(declaration, reference.Vocabulary, now)
            : change is null ? Outcome.Refused(DirectoryRefusals.NothingChanged)
            : change.Send(listing, reference.Vocabulary, now);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        if (change is null)
        {
            own.Organisation.Rename(listing.Content.Name);
            audit.Record("directory.submit", $"listing:{listing.Id}");
        }
        else
        {
            audit.Record("directory.change.send", $"listing:{listing.Id}", after: new { fields = ListingDifference.Between(change.Before, change.Content) });
        }

        await write.HandleAsync(
            own.Organisation.Id,
            new ListingReceivedEmail(own.Organisation.Name, links.Absolute(DirectoryLinks.Written(listing.Id)), site.Name),
            replyTo: null,
            ct);
        return await db.SaveUnlessStaleAsync(ct);
    }
}
