using Connections.Testing;
using Connections.Testing.Html;

namespace Connections.Web.Tests.Features.Directory;

/// <summary>On the site of one town its own places are named as people there name them.</summary>
public sealed class HomeTownTests(DemonstrationOfBristol fixture) : IClassFixture<DemonstrationOfBristol>
{
    [Fact]
    public async Task A_group_in_the_town_is_placed_by_its_part_of_town_without_country_or_distance()
    {
        using var visitor = fixture.Host.Visitor();

        var page = await visitor.GetAsync("/directory/africa-day-bristol");

        Assert.Contains("Lockleaze, Bristol", page.Texts(".summary dd"));
        Assert.Empty(page.Texts(".panel--map"));
    }

    [Fact]
    public async Task A_group_abroad_is_placed_by_its_country_and_its_distance()
    {
        using var visitor = fixture.Host.Visitor();

        var page = await visitor.GetAsync("/directory/accra-bristol-coders");

        Assert.Contains("Accra, Ghana", page.Texts(".summary dd"));
        Assert.Equal("5,100 km from Bristol", page.Texts(".panel--map > p").Single());
    }

    [Fact]
    public async Task An_event_in_the_town_is_not_told_its_country()
    {
        using var visitor = fixture.Host.Visitor();

        var page = await visitor.GetAsync("/events/language-cafe");

        Assert.Contains("Corner Library, Easton, Bristol", page.Texts(".summary dd"));
    }

    [Fact]
    public async Task An_ambassador_of_the_town_opens_doors_abroad()
    {
        using var visitor = fixture.Host.Visitor();

        var page = await visitor.GetAsync("/ambassadors/2026/nadia-okafor-reid");

        Assert.Contains("Nigeria, Germany", page.Texts(".summary dd"));
    }

    [Fact]
    public async Task A_group_that_registers_is_taken_to_be_of_the_country_around_the_town_until_it_chooses_another()
    {
        using var visitor = await fixture.Host.SignedInAsync();
        var page = await (await visitor.GetAsync("/your-organisation/new?name=Ferry+Song+Club")).Form("Start writing").SubmitAsync();

        page = await page.Form("Save and continue").Set("Input.Kind", "other").SubmitAsync();
        Assert.Equal("GB", page.Document.QuerySelector("[name='Input.Country'] option[selected]")!.GetAttribute("value"));
        page = await page.Form("Save and continue").Set("Input.Country", "GH").Set("Input.Place", "Accra").Tick("Input.Meets", "in-person").SubmitAsync();
        page = await visitor.GetAsync(page.Path.Replace("/words", "/place", StringComparison.Ordinal));

        Assert.Equal("GH", page.Document.QuerySelector("[name='Input.Country'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_home_page_is_called_by_the_name_of_the_site_once()
    {
        using var visitor = fixture.Host.Visitor();

        Assert.Equal("Bristol Connections", (await visitor.GetAsync("/")).Title);
        Assert.Equal("Events – Bristol Connections", (await visitor.GetAsync("/events")).Title);
    }

    [Fact]
    public async Task A_time_zone_is_offered_by_its_country_and_city_and_by_how_far_its_clocks_are_from_the_towns()
    {
        using var visitor = await fixture.Host.SignedInAsync();

        var zones = (await visitor.GetAsync("/account")).Texts("[name='Input.TimeZone'] option");

        Assert.Contains("United Kingdom: London (now the same time as Bristol)", zones);
        Assert.Contains("Nepal: Kathmandu (now 5 hours 45 minutes ahead of Bristol)", zones);
        Assert.Contains("Cabo Verde: Cape Verde (now 1 hour behind Bristol)", zones);
    }
}
