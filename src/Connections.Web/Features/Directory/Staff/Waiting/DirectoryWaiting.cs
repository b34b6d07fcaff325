using Connections.Data;
using Connections.Domain.Directory;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Directory.Staff.Waiting;

/// <summary>Everything in the directory that waits for staff, oldest first. Four queries, however much waits.</summary>
public sealed class DirectoryWaiting(ConnectionsDbContext db)
{
    /// <summary>How soon an organisation or a visitor is promised an answer.</summary>
    public static readonly TimeSpan Promised = TimeSpan.FromDays(5);

    public async Task<IReadOnlyList<WaitingRow>> ListAsync(CancellationToken ct)
    {
        var listings = await db.Listings.AsNoTracking().Where(l => l.State == ListingState.Submitted)
            .Select(l => new { l.Id, l.Content, l.SubmittedAt }).ToListAsync(ct);
        var changes = await db.ListingChanges.AsNoTracking().Where(c => c.State == ListingChangeState.Waiting)
            .Select(c => new { c.Id, c.Before, c.SentAt }).ToListAsync(ct);
        var messages = await (
            from message in db.ListingMessages.AsNoTracking()
            where message.State == ListingMessageState.Waiting
            join listing in db.Listings.AsNoTracking() on message.ListingId equals listing.Id
            select new { message.Id, message.Kind, listing.Content, message.ReceivedAt }).ToListAsync(ct);
        var alone = await (
            from listing in db.Listings.AsNoTracking()
            where listing.State == ListingState.DueForConfirmation && listing.AskedAt != null
            join organisation in db.Organisations.AsNoTracking() on listing.OrganisationId equals organisation.Id
            where organisation.RelayEmail == null && !organisation.Representatives.Any()
            select new { listing.Id, listing.Content, listing.AskedAt }).ToListAsync(ct);
        return
        [
            .. listings.Select(l => new WaitingRow("Listing", l.Content.Name, DirectoryLinks.StaffListing(l.Id), l.SubmittedAt!.Value))
                .Concat(changes.Select(c => new WaitingRow("Change", c.Before.Name, DirectoryLinks.StaffChange(c.Id), c.SentAt!.Value)))
                .Concat(messages.Select(m => new WaitingRow(m.Kind.ToString(), m.Content.Name, DirectoryLinks.StaffMessage(m.Id), m.ReceivedAt)))
                .Concat(alone.Select(l => new WaitingRow("Alone", l.Content.Name, DirectoryLinks.StaffListing(l.Id), l.AskedAt!.Value)))
                .OrderBy(r => r.Since),
        ];
    }
}
