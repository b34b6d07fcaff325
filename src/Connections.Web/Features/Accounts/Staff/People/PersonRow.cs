using Connections.Data;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Accounts.Staff.People;

public sealed record PersonRow(Guid Id, string Name, string Email, IReadOnlyList<string> Roles, bool HasSecondFactor, DateTimeOffset CreatedAt);

internal static class PersonRows
{
    /// <summary>Those who hold a role that somebody granted; with words to search for, anybody whose name or address has them.</summary>
    public static IQueryable<Data.Identity.Account> People(this ConnectionsDbContext db, string? words, string? role)
    {
        var people = db.Users.AsNoTracking();
        if (words is { Length: > 0 })
        {
            var upper = words.ToUpperInvariant();
            people = people.Where(u => u.NormalizedEmail!.Contains(upper) || u.DisplayName.ToUpper().Contains(upper));
        }

        if (role is { Length: > 0 })
        {
            people = people.Where(u => db.UserRoles.Any(held => held.UserId == u.Id && db.Roles.Any(r => r.Id == held.RoleId && r.Name == role)));
        }
        else if (words is not { Length: > 0 })
        {
            people = people.Where(u => db.UserRoles.Any(held => held.UserId == u.Id && db.Roles.Any(r => r.Id == held.RoleId && r.Name != Security.Roles.Member)));
        }

        return people.OrderBy(u => u.DisplayName).ThenBy(u => u.Id);
    }

    public static async Task<IReadOnlyList<PersonRow>> PageAsync(this ConnectionsDbContext db, IQueryable<Data.Identity.Account> people, int number, int size, CancellationToken ct)
    {
        var page = await people.Skip((number - 1) * size).Take(size)
            .Select(u => new { u.Id, u.DisplayName, u.Email, u.TwoFactorEnabled, HasPasskey = db.UserPasskeys.Any(p => p.UserId == u.Id), u.CreatedAt })
            .ToListAsync(ct);
        var ids = page.Select(u => u.Id).ToList();
        var held = await db.UserRoles.AsNoTracking().Where(h => ids.Contains(h.UserId))
            .Join(db.Roles.Where(r => r.Name != Security.Roles.Member), h => h.RoleId, r => r.Id, (h, r) => new { h.UserId, r.Name }).ToListAsync(ct);
        var roles = held.ToLookup(h => h.UserId, h => h.Name!);
        return [.. page.Select(u => new PersonRow(u.Id, u.DisplayName, u.Email!, [.. roles[u.Id].Order()], u.TwoFactorEnabled || u.HasPasskey, u.CreatedAt))];
    }
}
