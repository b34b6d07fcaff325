using Connections.Data;
using Connections.Data.Audit;
using Connections.Data.Identity;
using Connections.Domain.Shared;
using Connections.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Accounts.Staff.Person;

/// <summary>Gives a person exactly these roles, with a reason that the audit record keeps.</summary>
/// <remarks>A new security stamp ends what an earlier sign-in knew of the person's roles, within a minute.</remarks>
public sealed class GrantRoles(ConnectionsDbContext db, AuditTrail audit)
{
    public async Task<Outcome> HandleAsync(Account account, IReadOnlyCollection<string> wanted, string reason, AccountId? by, CancellationToken ct)
    {
        var roles = await RolesAsync(ct);
        var held = await HeldAsync(account, roles, ct);
        var (before, after) = (Names(held, roles), Ordered(wanted));
        if (await RefusalAsync(account, before, after, by, roles, ct) is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        db.UserRoles.RemoveRange(held.Where(h => !after.Any(name => roles[name] == h.RoleId)));
        db.UserRoles.AddRange(after.Except(before).Select(name => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = roles[name] }));
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        audit.Record("accounts.grant-roles", $"account:{account.Id}", reason, new { roles = before }, new { roles = after });
        await db.SaveChangesAsync(ct);
        return Outcome.Done;
    }

    /// <summary>What is wrong with the roles that are wanted. Nothing is granted.</summary>
    public async Task<Outcome> CheckAsync(Account account, IReadOnlyCollection<string> wanted, AccountId? by, CancellationToken ct)
    {
        var roles = await RolesAsync(ct);
        var before = Names(await HeldAsync(account, roles, ct), roles);
        return await RefusalAsync(account, before, Ordered(wanted), by, roles, ct) is { } refusal ? Outcome.Refused(refusal) : Outcome.Done;
    }

    private Task<List<IdentityUserRole<Guid>>> HeldAsync(Account account, Dictionary<string, Guid> roles, CancellationToken ct)
    {
        var granted = roles.Values.ToList();
        return db.UserRoles.Where(h => h.UserId == account.Id && granted.Contains(h.RoleId)).ToListAsync(ct);
    }

    private static List<string> Names(List<IdentityUserRole<Guid>> held, Dictionary<string, Guid> roles) =>
        Ordered(held.Select(h => roles.Single(r => r.Value == h.RoleId).Key));

    private static List<string> Ordered(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private async Task<Refusal?> RefusalAsync(Account account, List<string> before, List<string> after, AccountId? by, Dictionary<string, Guid> roles, CancellationToken ct)
    {
        if (after.Any(name => !Roles.Granted.Contains(name)))
        {
            return new Refusal("Refusal.UnknownRole", "Roles");
        }

        if (after.SequenceEqual(before))
        {
            return new Refusal("Refusal.SameRoles", "Roles");
        }

        if (!before.Contains(Roles.Administrator) || after.Contains(Roles.Administrator))
        {
            return null;
        }

        if (by == account.AccountId)
        {
            return new Refusal("Refusal.OwnAdministrator", "Roles");
        }

        var administrators = roles[Roles.Administrator];
        return await db.UserRoles.CountAsync(h => h.RoleId == administrators, ct) == 1 ? new Refusal("Refusal.LastAdministrator", "Roles") : null;
    }

    /// <summary>Every role that is granted, by name; those that a new database lacks are added.</summary>
    private async Task<Dictionary<string, Guid>> RolesAsync(CancellationToken ct)
    {
        var roles = await db.Roles.Where(r => Roles.Granted.Contains(r.Name!)).ToDictionaryAsync(r => r.Name!, r => r.Id, ct);
        foreach (var name in Roles.Granted.Where(name => !roles.ContainsKey(name)))
        {
            var role = new IdentityRole<Guid>(name) { Id = Guid.CreateVersion7(), NormalizedName = name.ToUpperInvariant() };
            db.Roles.Add(role);
            roles.Add(name, role.Id);
        }

        return roles;
    }
}
