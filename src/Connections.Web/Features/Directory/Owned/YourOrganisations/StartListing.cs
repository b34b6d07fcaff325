using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Directory;
using Connections.Domain.Shared;

namespace Connections.Web.Features.Directory.Owned.YourOrganisations;

/// <summary>Makes an organisation with an empty draft of its listing, for the person who will write it.</summary>
public sealed class StartListing(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<(Outcome Outcome, ListingId Id)> HandleAsync(string? name, AccountId account, string personName, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var content = new ListingContent { Name = name ?? "" }.Tidied();
        var refusals = ListingRules.CheckNameAlone(content.Name);
        var listing = new Listing(ListingId.New(), OrganisationId.New(), content, now);
        if (refusals.Count == 0)
        {
            var organisation = new Organisation(listing.OrganisationId, content.Name, now);
            organisation.AddRepresentative(account, personName, now);
            db.Organisations.Add(organisation);
            db.Listings.Add(listing);
            audit.Record("directory.start", $"listing:{listing.Id}");
            await db.SaveChangesAsync(ct);
        }

        return (Outcome.From(refusals), listing.Id);
    }
}
