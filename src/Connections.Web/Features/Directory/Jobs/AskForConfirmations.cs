using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Directory;
using Connections.Web.Features.Directory.Emails;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Directory.Jobs;

/// <summary>Asks organisations once a year whether their listing is still right, and hides those that nobody answers for.
/// Each listing is saved with its mail by itself: what a stopped run left is done by the next.</summary>
public sealed class AskForConfirmations(ConnectionsDbContext db, WriteToOrganisation write, ConfirmationLinks confirmation, AuditTrail audit, Site site, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mayBeDue = now.AddYears(-1).AddDays(1);
        var mayBeDormant = now.AddDays(1 - ConfirmationPeriod.GraceDays);
        var candidates = await db.Listings.AsNoTracking()
            .Where(l => (l.State == ListingState.Published && l.ConfirmedAt <= mayBeDue) || (l.State == ListingState.DueForConfirmation && l.AskedAt <= mayBeDormant))
            .OrderBy(l => l.ConfirmedAt).Select(l => l.Id).ToListAsync(ct);
        foreach (var id in candidates)
        {
            await HandleAsync(id, now, ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task HandleAsync(ListingId id, DateTimeOffset now, CancellationToken ct)
    {
        var listing = await db.Listings.SingleAsync(l => l.Id == id, ct);
        var name = listing.Content.Name;
        if (listing.BecomeDue(now))
        {
            await write.HandleAsync(listing.OrganisationId, new ConfirmListingEmail(name, confirmation.For(id), ConfirmationPeriod.GraceDays, site.Name), replyTo: null, ct);
            audit.Record("directory.due", $"listing:{id}");
        }
        else if (listing.BecomeDormant(now))
        {
            await write.HandleAsync(listing.OrganisationId, new ListingDormantEmail(name, confirmation.For(id), site.Name), replyTo: null, ct);
            audit.Record("directory.dormant", $"listing:{id}");
        }
        else
        {
            return;
        }

        // Somebody who confirms at this very moment wins; the next run looks again.
        await db.SaveUnlessStaleAsync(ct);
    }
}
