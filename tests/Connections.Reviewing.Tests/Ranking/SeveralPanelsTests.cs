using Connections.Reviewing.Ranking;

namespace Connections.Reviewing.Tests.Ranking;

public sealed class SeveralPanelsTests
{
    /// <summary>Computed apart from the engine: dense Gaussian algebra at 100,000 points of (τ, s, τ_ν, τ_ρ), other grids agreeing to 0.005.</summary>
    private static readonly Dictionary<string, double> Exact = new()
    {
        ["a00"] = 57.127, ["a04"] = 34.419, ["a09"] = 19.566, ["a20"] = 39.191, ["a25"] = 33.436, ["a44"] = 51.250, ["a48"] = 34.266, ["a56"] = 29.470,
    };

    [Fact]
    public void Expected_ranks_across_four_panels_with_missing_votes_are_those_of_a_dense_integration()
    {
        var ranking = RankApplications.From([.. Scores()], new RankingOptions { Scale = new ScoreScale(1, 6), Panels = Panels() });

        var ranks = ranking.Applications.ToDictionary(a => a.Application, a => a.ExpectedRank);
        Assert.All(Exact, pair => Assert.Equal(pair.Value, ranks[pair.Key], 0.02));
        Assert.Equal(0.125, ranking.Variance.Panel!.Value, 0.002);
        Assert.Equal(0.352, ranking.Variance.Reviewer, 0.002);
    }

    private static Dictionary<string, string> Panels() => Enumerable.Range(0, 60).ToDictionary(a => $"a{a:00}", a => $"p{a % 4}");

    private static IEnumerable<Score> Scores() =>
        from a in Enumerable.Range(0, 60)
        from r in Enumerable.Range(0, 6)
        where (a + 2 * r) % 7 != 0
        let chance = ((a * a * 13 + r * r * r * 29 + a * r * 17) % 23 - 11) / 9.0
        let value = 3.4 + (a * 37 % 60 - 29.5) / 28 + (r - 2.5) / 6 + (a % 4 - 1.5) / 8 + chance
        select new Score($"a{a:00}", $"r{r}", Math.Clamp((int)(value + 0.5), 1, 6));
}
