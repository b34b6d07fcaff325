using Connections.Data.Seeding;
using Connections.Web.Security;
using Connections.Web.Sites;

namespace Connections.Web.Features.Accounts.Public.DevelopmentSignIn;

/// <summary>One person of each kind among the demonstration people of the site pack.</summary>
internal static class DevelopmentPeople
{
    public static async Task<IReadOnlyList<(string Kind, string Name, Guid Account)>> FindAsync(SitePack pack, CancellationToken ct)
    {
        var people = (await SeedFile.ReadAsync<PeopleFile>(pack.Folder, "fixtures/people.json", ct))?.People ?? [];
        (string Kind, Func<Person, bool> Is)[] kinds =
        [
            ("administrator", p => p.Roles.Contains(Roles.Administrator)),
            ("fund manager", p => p.Roles.Contains(Roles.FundManager)),
            ("reviewer", p => p.Roles.Contains(Roles.Reviewer)),
            ("editor", p => p.Roles.Contains(Roles.Editor)),
            ("consular partner", p => p.Roles.Contains(Roles.ConsularPartner)),
            ("organisation", p => p.Represents?.Count > 0),
            ("applicant", p => p.Roles.Contains(Roles.Member) && p.Represents is null or []),
            ("ambassador", p => p.Roles.Contains(Roles.Ambassador)),
        ];
        return
        [
            .. from kind in kinds
               let person = people.FirstOrDefault(kind.Is)
               where person is not null
               select (kind.Kind, person.Name, SeedIds.For(pack.Key, "people", person.Key)),
        ];
    }

    private sealed record PeopleFile(List<Person> People);

    private sealed record Person(string Key, string Name, List<string> Roles, List<string>? Represents);
}
