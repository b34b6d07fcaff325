using Connections.Web.Features.Grants.Public.ReadResults;

namespace Connections.Web.Tests.Features.Grants;

public sealed class RegionShareTests
{
    // Newcombe, Statistics in Medicine 17 (1998), method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_range_is_wilsons(int awarded, int applied, double low, double high)
    {
        var share = new RegionShare(["A"], applied, awarded);

        Assert.Equal((low, high), (Math.Round(share.Low, 4), Math.Round(share.High, 4)));
    }

    [Fact]
    public void Small_groups_are_joined_until_none_is_small()
    {
        var joined = RegionShare.Join([new(["A"], 30, 5), new(["B"], 3, 1), new(["C"], 2, 0), new(["D"], 9, 1)]);

        Assert.Equal([("A", 30, 5), ("B+C+D", 14, 2)], joined.Select(g => (string.Join('+', g.Names), g.Applied, g.Awarded)));
    }

    [Fact]
    public void A_round_with_few_applications_shows_no_groups()
    {
        Assert.Empty(RegionShare.Join([new(["A"], 4, 1), new(["B"], 3, 1)]));
    }
}
