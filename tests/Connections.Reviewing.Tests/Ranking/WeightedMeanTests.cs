using Connections.Reviewing.Ranking;

namespace Connections.Reviewing.Tests.Ranking;

public sealed class WeightedMeanTests
{
    private static readonly Dictionary<string, double> Weights = new() { ["link"] = 2, ["reach"] = 1, ["plan"] = 1 };

    [Fact]
    public void Criteria_count_by_weight_and_a_missing_one_is_left_out()
    {
        var rows = WeightedMeans.Rank(
            [new("A", "r1", "link", 4), new("A", "r1", "reach", 2), new("A", "r1", "plan", 2), new("A", "r2", "link", 5), new("A", "r2", "plan", null)],
            Weights);

        var row = Assert.Single(rows);
        Assert.Equal(4, row.Mean);
        Assert.Equal(3, row.Lowest);
        Assert.Equal(5, row.Highest);
        Assert.Equal(Math.Sqrt(2), row.Spread!.Value, 1e-12);
    }

    [Fact]
    public void Equal_means_share_a_rank_and_the_next_is_left_out()
    {
        var rows = WeightedMeans.Rank(
            [new("A", "r1", "link", 3), new("B", "r1", "link", 5), new("C", "r1", "link", 3), new("D", "r1", "link", 1)], Weights);

        Assert.Equal([("B", 1), ("A", 2), ("C", 2), ("D", 4)], rows.Select(r => (r.Application, r.Rank)));
    }

    [Fact]
    public void Weights_that_add_up_to_nothing_are_refused() =>
        Assert.Throws<ArgumentException>(() => WeightedMeans.Rank([new("A", "r", "x", 1)], new Dictionary<string, double> { ["x"] = 0 }));
}
