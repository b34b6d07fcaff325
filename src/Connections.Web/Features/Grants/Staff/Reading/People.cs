using Connections.Data;
using Connections.Domain.Shared;
using Connections.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Reading;

/// <summary>Somebody whom a fund manager deals with by name.</summary>
public sealed record Person(string Name, string Address, string Language)
{
    public MailRecipient Recipient => new(Address, Language);
}

public static class People
{
    public static async Task<IReadOnlyDictionary<AccountId, Person>> OfAsync(ConnectionsDbContext db, IEnumerable<AccountId> accounts, CancellationToken ct)
    {
        var ids = accounts.Select(a => a.Value).Distinct().ToList();
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id) && u.Email != null)
            .Select(u => new { u.Id, u.DisplayName, Email = u.Email!, u.Language })
            .ToDictionaryAsync(u => new AccountId(u.Id), u => new Person(u.DisplayName, u.Email, u.Language), ct);
    }
}
