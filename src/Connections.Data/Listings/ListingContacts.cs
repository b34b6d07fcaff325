using Connections.Domain.Directory;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Listings;

/// <param name="Language">BCP 47 tag; null where the person has no account and so has not chosen one.</param>
public sealed record ListingContact(string Email, string? Language);

/// <summary>Who is written to about an organisation: everybody who represents it here, or the address it came with.</summary>
public static class ListingContacts
{
    public static async Task<IReadOnlyList<ListingContact>> ContactsOfAsync(this ConnectionsDbContext db, OrganisationId id, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == id, ct);
        var accounts = organisation.Representatives.Select(r => r.AccountId.Value).ToList();
        var contacts = await db.Users.AsNoTracking().Where(u => accounts.Contains(u.Id) && u.Email != null).OrderBy(u => u.Id)
            .Select(u => new ListingContact(u.Email!, u.Language)).ToListAsync(ct);
        return contacts.Count > 0 || organisation.RelayEmail is null ? contacts : [new ListingContact(organisation.RelayEmail, Language: null)];
    }
}
