using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Directory.Staff.ReviewListing;

/// <summary>Puts a submitted listing into the directory, at an address that nobody else has.</summary>
public sealed class PublishListing(ConnectionsDbContext db, PlaceOnMap placeOnMap, WriteToOrganisation write, AuditTrail audit, ISiteLinks links, Site site, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(Listing listing, int version, CancellationToken ct)
    {
        if (listing.State is ListingState.Submitted && listing.Version != version)
        {
            return Outcome.Refused(StaleSave.Stale);
        }

        var outcome = listing.Publish(await FreeSlugAsync(listing, ct), await placeOnMap.FindAsync(listing.Content, ct), clock.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        audit.Record("directory.publish", $"listing:{listing.Id}", after: new { listing.Slug, listing.Content.Name });
        var name = listing.Content.Name;
        var email = new ListingPublishedEmail(name, links.Absolute(DirectoryLinks.Listing(listing.Slug!)), links.Absolute(DirectoryLinks.Written(listing.Id)), site.Name);
        await write.HandleAsync(listing.OrganisationId, email, replyTo: null, ct);
        return await db.SaveUnlessStaleAsync(ct);
    }

    private async Task<string> FreeSlugAsync(Listing listing, CancellationToken ct)
    {
        var wanted = Slug.From(listing.Content.Name, "organisation");
        var taken = await db.Listings.Where(l => l.Slug != null && l.Slug.StartsWith(wanted)).Select(l => l.Slug!).ToListAsync(ct);
        return Enumerable.Range(1, taken.Count + 2).Select(n => n == 1 ? wanted : $"{wanted}-{n}").First(s => !taken.Contains(s) && !DirectoryLinks.IsReserved(s));
    }
}
