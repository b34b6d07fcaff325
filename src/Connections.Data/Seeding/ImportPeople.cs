using System.Globalization;
using Connections.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data.Seeding;

/// <summary>Imports <c>fixtures/people.json</c>: the accounts of staff, panel, partners and members, with their roles.</summary>
internal sealed class ImportPeople(ConnectionsDbContext db, TimeProvider clock) : ISeedImport
{
    public SeedStage Stage => SeedStage.People;

    public async Task HandleAsync(string packFolder, CancellationToken ct)
    {
        var pack = SeedFile.PackName(packFolder);
        var file = await SeedFile.ReadAsync<PeopleFile>(packFolder, "fixtures/people.json", ct);
        if (file is null)
        {
            return;
        }

        var roles = await RolesAsync(file.People.SelectMany(p => p.Roles).Distinct().Order(), ct);
        var known = await db.Users.Select(u => u.Id).ToHashSetAsync(ct);
        foreach (var person in file.People)
        {
            var id = SeedIds.For(pack, "people", person.Key);
            if (known.Add(id))
            {
                db.Users.Add(Account(id, person));
                db.UserRoles.AddRange(person.Roles.Select(role => new IdentityUserRole<Guid> { UserId = id, RoleId = roles[role] }));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private Account Account(Guid id, PersonRecord person) => new()
    {
        Id = id,
        UserName = person.Email,
        NormalizedUserName = Normal(person.Email),
        Email = person.Email,
        NormalizedEmail = Normal(person.Email),
        EmailConfirmed = true,
        DisplayName = person.Name,
        Language = "en",
        CreatedAt = clock.GetUtcNow(),
        SecurityStamp = id.ToString("N"),
        ConcurrencyStamp = id.ToString("N"),
    };

    private async Task<Dictionary<string, Guid>> RolesAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var roles = await db.Roles.ToDictionaryAsync(r => r.Name!, r => r.Id, ct);
        foreach (var name in names.Where(n => !roles.ContainsKey(n)))
        {
            var role = new IdentityRole<Guid>(name) { Id = SeedIds.For("roles", "roles", name), NormalizedName = Normal(name), ConcurrencyStamp = name };
            db.Roles.Add(role);
            roles.Add(name, role.Id);
        }

        return roles;
    }

    private static string Normal(string text) => text.Normalize().ToUpper(CultureInfo.InvariantCulture);

    private sealed record PeopleFile(List<PersonRecord> People);

    private sealed record PersonRecord(string Key, string Name, string Email, List<string> Roles);
}
