using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Listings;

/// <summary>A listing as somebody who represents the organisation works on it: the draft itself, or the change that waits
/// beside what is published.</summary>
public sealed record OwnListing(Organisation Organisation, Listing Listing, ListingChange? Change, ListingChange? LastDecided)
{
    /// <summary>The last change, where staff held back all or some of it: the next one starts from it, so that nothing is typed twice.</summary>
    public ListingChange? Returned =>
        Change is null && Listing.CanBeChanged && LastDecided is { State: ListingChangeState.Refused or ListingChangeState.PartlyAccepted } decided
        && (Listing.SubmittedAt is null || decided.DecidedAt >= Listing.SubmittedAt) ? decided : null;

    public ListingContent Content => Change?.Content ?? Returned?.Content ?? Listing.Content;

    /// <summary>The version of what is written on; nothing of a change is stored before its first save.</summary>
    public int Version => Listing.CanBeWritten ? Listing.Version : Change?.Version ?? -1;

    /// <returns>Null where there is no such listing or the account does not represent its organisation.</returns>
    public static async Task<OwnListing?> FindAsync(ConnectionsDbContext db, ListingId id, AccountId account, CancellationToken ct)
    {
        var listing = await db.Listings.SingleOrDefaultAsync(l => l.Id == id, ct);
        var organisation = listing is null ? null : await db.Organisations.SingleOrDefaultAsync(o => o.Id == listing.OrganisationId, ct);
        if (listing is null || organisation?.IsRepresentedBy(account) is not true)
        {
            return null;
        }

        var change = await db.ListingChanges.SingleOrDefaultAsync(c => c.ListingId == id && (c.State == ListingChangeState.Draft || c.State == ListingChangeState.Waiting), ct);
        var decided = await db.ListingChanges.AsNoTracking()
            .Where(c => c.ListingId == id && c.State != ListingChangeState.Draft && c.State != ListingChangeState.Waiting && c.State != ListingChangeState.Dropped)
            .OrderByDescending(c => c.DecidedAt).FirstOrDefaultAsync(ct);
        return new OwnListing(organisation, listing, change, decided);
    }
}
