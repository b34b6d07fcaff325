using System.Globalization;
using System.Text.Json.Nodes;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Grants.Public.ReadResults;
using CsvHelper;

namespace Connections.Web.Tests.Features.Grants;

/// <summary>The past call of the demonstration: 65 applications, 11 awards, £49,997 of £50,000.</summary>
public abstract class ResultsTests(HostFixture fixture)
{
    private const string Results = "/grants/connections-fund-2026/results";

    [Fact]
    public async Task The_page_names_eleven_awards_that_add_up()
    {
        using var visitor = fixture.Host.Visitor();

        var page = (await visitor.GetAsync(Results)).AssertShown("Who got a grant, and why");

        Assert.Equal(11, page.Texts(".awards tbody tr").Count);
        Assert.Equal("£49,997", page.Texts(".awards tfoot td").Single());
        Assert.Contains("65 applications, 11 awards.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_each_place_stands_where_it_would_be_with_strictness_taken_out()
    {
        using var visitor = fixture.Host.Visitor();

        var page = await visitor.GetAsync(Results);
        var likely = page.Texts("[aria-labelledby='line-h'] details tbody td:nth-of-type(4)").Select(words => words.Split(" to ").Select(int.Parse).ToArray()).ToList();

        Assert.Equal(22, likely.Count);
        Assert.All(likely, places => Assert.InRange(places[0], 1, places[1]));
        Assert.True(likely[0][1] < likely[^1][0]);
    }

    [Fact]
    public async Task No_group_that_is_shown_is_small_and_the_groups_add_up_to_all()
    {
        using var visitor = fixture.Host.Visitor();

        var page = await visitor.GetAsync(Results);
        var rows = page.Document.QuerySelectorAll("#eq-h ~ .pair tbody tr").Select(r => r.QuerySelectorAll("td").Take(2).Select(c => int.Parse(c.TextContent, CultureInfo.InvariantCulture)).ToArray()).ToList();

        Assert.Equal([65, 11], rows[0]);
        Assert.All(rows, r => Assert.True(r[0] >= RegionShare.Smallest));
        var regions = rows.Skip(1).SkipLast(2).ToList();
        Assert.Equal((65, 11), (regions.Sum(r => r[0]), regions.Sum(r => r[1])));
    }

    [Fact]
    public async Task The_table_for_spreadsheets_has_every_award()
    {
        using var visitor = fixture.Host.Visitor();

        var response = await visitor.Http.GetAsync($"{Results}.csv");
        using var csv = new CsvReader(new StringReader(await response.Content.ReadAsStringAsync()), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(11, rows.Count);
        Assert.Equal(49_997m, rows.Sum(r => decimal.Parse((string)r["amount_awarded"], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_open_data_keeps_the_standard_that_funders_share()
    {
        using var visitor = fixture.Host.Visitor();

        var package = JsonNode.Parse(await visitor.Http.GetStringAsync($"{Results}.json"))!;

        var faults = SchemaCheck.Read(SourceTree.Beside("Standard/360-giving-package-schema.json"), SourceTree.Beside("Standard/360-giving-schema.json")).Faults(package);
        Assert.Empty(faults);
        Assert.Equal(49_997m, package["grants"]!.AsArray().Sum(g => g!["amountAwarded"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task The_check_of_the_standard_finds_what_is_wrong()
    {
        using var visitor = fixture.Host.Visitor();
        var package = JsonNode.Parse(await visitor.Http.GetStringAsync($"{Results}.json"))!;
        var grant = package["grants"]![0]!.AsObject();
        grant.Remove("currency");
        grant["fromOpenCall"] = "Perhaps";

        var faults = SchemaCheck.Read(SourceTree.Beside("Standard/360-giving-package-schema.json"), SourceTree.Beside("Standard/360-giving-schema.json")).Faults(package);

        Assert.Equal(2, faults.Count);
    }
}

public sealed class ResultsTestsOnSqlite(DemonstrationOnSqlite fixture) : ResultsTests(fixture), IClassFixture<DemonstrationOnSqlite>;

public sealed class ResultsTestsOnPostgreSql(DemonstrationOnPostgreSql fixture) : ResultsTests(fixture), IClassFixture<DemonstrationOnPostgreSql>;

