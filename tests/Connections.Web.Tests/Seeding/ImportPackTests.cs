using Connections.Data.Seeding;
using Connections.Testing;
using Connections.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Seeding;

/// <summary>A site pack that is right is imported once and whole; one that is wrong says where, and leaves nothing behind.</summary>
public abstract class ImportPackTests(HostFixture fixture)
{
    private const string People = """
        {
          "people": [
            { "key": "ailsa", "name": "Ailsa", "email": "ailsa-PACK@example.org", "roles": ["Member"], "languages": ["en"], "communities": [], "ambassador": "ailsa-2026" },
            {
              "key": "consul",
              "name": "Consul",
              "email": "consul-PACK@example.org",
              "roles": ["ConsularPartner"],
              "languages": ["en"],
              "communities": [],
              "accreditation": { "postName": "Consulate of PACK", "sendingState": "NZ", "postType": "Consulate", "district": "Scotland", "expiresOn": "2030-01-31", "checkedOn": "2026-01-31" }
            }
          ]
        }
        """;

    private const string Ambassadors = """
        {
          "ambassadors": [
            { "key": "ailsa-2026", "year": 2026, "name": "Ailsa PACK", "field": "Music", "place": "Dunedin", "country": "NZ", "otherCountries": [], "languages": ["en"],
              "statement": "I open doors.", "biography": "A life.", "contactTopics": [], "portrait": "ailsa", "altText": "A person" }
          ]
        }
        """;

    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task A_pack_is_imported_whole_and_once_and_its_records_know_one_another()
    {
        var pack = Pack(People, Ambassadors, out var name);

        Assert.True(await ImportAsync(pack));
        Assert.False(await ImportAsync(pack));

        var consul = SeedIds.For(name, "people", "consul");
        var partner = await host.WithDataAsync(db => db.Partners.AsNoTracking().SingleAsync(p => p.Name == $"Consulate of {name}"));
        Assert.Equal((consul, new DateOnly(2030, 1, 31)), (partner.AccountId.Value, partner.Accreditation.ExpiresOn));
        var ambassador = await host.WithDataAsync(db => db.Ambassadors.AsNoTracking().SingleAsync(a => a.Name == $"Ailsa {name}"));
        Assert.Equal((SeedIds.For(name, "people", "ailsa"), $"ailsa-{name}@example.org"), (ambassador.AccountId!.Value.Value, ambassador.RelayEmail));
        Assert.Equal(1, await host.WithDataAsync(db => db.AuditEntries.CountAsync(e => e.Subject == $"pack:{name}")));
    }

    [Theory]
    [InlineData("\"name\": \"Ailsa PACK\",", "", "fixtures/ambassadors.json of the site pack, line 3: $.ambassadors[0].name is missing.")]
    [InlineData("\"languages\": [\"en\"],", "\"languages\": [\"en\", null],", "fixtures/ambassadors.json of the site pack, line 3: $.ambassadors[0].languages[1] is missing.")]
    [InlineData("\"year\": 2026", "\"year\": \"soon\"", "fixtures/ambassadors.json of the site pack, line 3: ")]
    [InlineData("\"altText\": \"A person\" }", "\"altText\": \"A person\"", "fixtures/ambassadors.json of the site pack, line 5: ")]
    public async Task A_broken_file_is_named_with_its_line_and_nothing_of_the_pack_stays(string right, string wrong, string told)
    {
        Assert.Contains(right, Ambassadors, StringComparison.Ordinal);
        var pack = Pack(People, Ambassadors.Replace(right, wrong, StringComparison.Ordinal), out var name);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(pack));

        Assert.StartsWith(told.Replace("PACK", name, StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
        await AssertNothingIsThereAsync(name);
    }

    [Fact]
    public async Task The_line_is_that_of_the_record_and_not_of_the_file()
    {
        var pack = Pack(People.Replace("      \"email\": \"consul-PACK@example.org\",\n", "", StringComparison.Ordinal), Ambassadors, out _);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(pack));

        Assert.Equal("fixtures/people.json of the site pack, line 4: $.people[1].email is missing.", refused.Message);
    }

    [Fact]
    public async Task A_record_that_is_there_already_under_another_name_is_told_and_nothing_of_the_pack_stays()
    {
        var pack = Pack(People, Ambassadors.Replace("\n  ]", ",\n    " + SecondOfTheSameName + "\n  ]", StringComparison.Ordinal), out var name);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(pack));

        Assert.StartsWith("The ambassadors of the site pack cannot be imported: ", refused.Message, StringComparison.Ordinal);
        await AssertNothingIsThereAsync(name);
    }

    // The other pack that comes along is imported for every test of the demonstration.
    [Fact]
    public async Task The_pack_of_bristol_has_no_gaps() =>
        Assert.True(await ImportAsync(Path.Combine(SourceTree.Root, "content-seed", "bristol")));

    private const string SecondOfTheSameName = """
        { "key": "ailsa-again", "year": 2026, "name": "Ailsa PACK", "field": "Music", "place": "Dunedin", "country": "NZ", "otherCountries": [], "languages": ["en"], "statement": "I too.", "biography": "A life.", "contactTopics": [], "portrait": "ailsa", "altText": "A person" }
        """;

    private static string Pack(string people, string ambassadors, out string name)
    {
        var folder = TemporaryFolder.New("pack");
        name = Path.GetFileName(folder);
        var fixtures = System.IO.Directory.CreateDirectory(Path.Combine(folder, "fixtures")).FullName;
        File.WriteAllText(Path.Combine(fixtures, "people.json"), people.Replace("PACK", name, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(fixtures, "ambassadors.json"), ambassadors.Replace("PACK", name, StringComparison.Ordinal));
        return folder;
    }

    private Task<bool> ImportAsync(string pack) => host.WithAsync<ImportPack, bool>(import => import.HandleAsync(pack, CancellationToken.None));

    private async Task AssertNothingIsThereAsync(string pack)
    {
        Assert.False(await host.WithDataAsync(db => db.ImportedPacks.AnyAsync(p => p.Name == pack)));
        Assert.False(await host.WithDataAsync(db => db.Users.AnyAsync(u => u.Email == $"ailsa-{pack}@example.org")));
        Assert.False(await host.WithDataAsync(db => db.Partners.AnyAsync(p => p.Name == $"Consulate of {pack}")));
        Assert.False(await host.WithDataAsync(db => db.Ambassadors.AnyAsync(a => a.Name == $"Ailsa {pack}")));
        Assert.False(await host.WithDataAsync(db => db.AuditEntries.AnyAsync(e => e.Subject == $"pack:{pack}")));
    }
}

public sealed class ImportPackTestsOnSqlite(OnSqlite fixture) : ImportPackTests(fixture), IClassFixture<OnSqlite>;

public sealed class ImportPackTestsOnPostgreSql(OnPostgreSql fixture) : ImportPackTests(fixture), IClassFixture<OnPostgreSql>;
