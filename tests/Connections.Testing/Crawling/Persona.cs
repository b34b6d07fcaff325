using System.Text.Json;
using Connections.Data.Seeding;
using Connections.Domain.Shared;
using Connections.Testing.Html;
using Connections.Web.Security;

namespace Connections.Testing.Crawling;

/// <summary>A kind of person that the demonstration has, as one of its people; the public is nobody in particular.</summary>
/// <param name="Other">Somebody else of the same kind, where there is one.</param>
public sealed record Persona(string Kind, AccountId? Person, AccountId? Other, IReadOnlyList<string> Roles)
{
    /// <summary>Whether the second factor was given.</summary>
    public bool HasSecondFactor { get; init; } = true;

    /// <summary>Addresses that no link leads to: they stand in a mail, or wait for somebody to look for them.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>A cookie that the browser has from before.</summary>
    public (string Name, string Value)? Cookie { get; init; }

    public bool IsPublic => Person is null;

    public bool IsStaff => Roles.Any(Web.Security.Roles.Staff.Contains);

    public async Task<Visitor> VisitAsync(ConnectionsHost host)
    {
        var visitor = Person is { } person ? await host.SignedInAsync(person, HasSecondFactor) : host.Visitor();
        if (Cookie is var (name, value))
        {
            visitor.Cookies.Set(name, value);
        }

        return visitor;
    }

    public override string ToString() => Kind;
}

/// <summary>The public and one person of every role, with the people of the site pack.</summary>
public static class Personas
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Persona> All { get; } = Of("scotland");

    public static IReadOnlyList<Persona> Of(string pack)
    {
        var path = Path.Combine(SourceTree.Root, "content-seed", pack, "fixtures", "people.json");
        var people = JsonSerializer.Deserialize<PeopleFile>(File.ReadAllText(path), Json)!.People;
        return
        [
            new Persona("the public", null, null, []),
            One("a member", people.Where(p => p.Roles.All(r => r == Roles.Member) && p.Represents is null or [])),
            One("a representative", people.Where(p => p.Represents?.Count > 0)),
            .. Roles.Granted.Select(role => One(role, people.Where(p => p.Roles.Contains(role)))),
        ];

        Persona One(string kind, IEnumerable<PersonRecord> some)
        {
            var found = some.Take(2).ToList();
            return found.Count == 0
                ? throw new InvalidOperationException($"{path} has nobody who is {kind}.")
                : new Persona(kind, Id(found[0]), found.Count > 1 ? Id(found[1]) : null, found[0].Roles);
        }

        AccountId Id(PersonRecord person) => new(SeedIds.For(pack, "people", person.Key));
    }

    private sealed record PeopleFile(List<PersonRecord> People);

    private sealed record PersonRecord(string Key, List<string> Roles, List<string>? Represents);
}
