using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Staff.ReviewChange;

/// <summary>Publishes the chosen fields of a change, leaves the others as they were, and tells the organisation.</summary>
public sealed class DecideChange(
    ConnectionsDbContext db, PlaceOnMap placeOnMap, WriteToOrganisation write, AuditTrail audit, ISiteLinks links, IStringLocalizer<DirectoryText> texts, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(Listing listing, ListingChange change, int version, IReadOnlyCollection<ListingField> accepted, string? reply, CancellationToken ct)
    {
        if (change.State is ListingChangeState.Waiting && change.Version != version)
        {
            return Outcome.Refused(StaleSave.Stale);
        }

        var before = listing.Content;
        var asked = ListingDifference.Between(before, change.Content);
        var after = ListingDifference.Take(before, change.Content, accepted);
        var hasMoved = after.Place != before.Place || after.Country != before.Country;
        var outcome = change.Decide(listing, accepted, reply, hasMoved ? await placeOnMap.FindAsync(after, ct) : listing.Location, clock.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        audit.Record("directory.change.decide", $"listing:{listing.Id}", reason: change.Reply, before, after: listing.Content);
        var organisation = await db.Organisations.SingleAsync(o => o.Id == listing.OrganisationId, ct);
        organisation.Rename(listing.Content.Name);
        var email = new ChangeDecidedEmail(
            organisation.Name,
            Names(change.Accepted),
            Names(asked.Except(change.Accepted)),
            change.Reply,
            links.Absolute(DirectoryLinks.Written(listing.Id)));
        await write.HandleAsync(organisation.Id, email, replyTo: null, ct);
        return await db.SaveUnlessStaleAsync(ct);
    }

    private List<string> Names(IEnumerable<ListingField> fields) => [.. fields.Select(f => texts[$"Field.{f}"].Value)];
}
