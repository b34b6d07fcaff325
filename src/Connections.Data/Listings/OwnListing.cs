using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Listings;

/// <summary>A listing as somebody who represents the organisation works on it: the draft itself, or the change that waits
/// beside what is published.</summary>
public sealed record OwnListing(Organisation Organisation, Listing Listing, ListingChange? Change)
{
    public ListingContent Content => Change?.Content ?? Listing.Content;

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
        return new OwnListing(organisation, listing, change);
    }
}
