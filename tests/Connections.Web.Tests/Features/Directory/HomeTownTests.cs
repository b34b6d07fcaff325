using Connections.Testing;

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
}
