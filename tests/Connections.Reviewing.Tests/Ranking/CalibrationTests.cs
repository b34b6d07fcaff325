using Connections.Reviewing.Numerics;
using Connections.Reviewing.Ranking;

namespace Connections.Reviewing.Tests.Ranking;

public sealed class CalibrationTests
{
    private static readonly ScoreScale SixPoints = new(1, 6);

    [Fact]
    public void One_application_is_first()
    {
        var ranking = Rank([new("A", "r1", 4), new("A", "r2", 5)], places: 1);

        var only = Assert.Single(ranking.Applications);
        Assert.Equal(1, only.ExpectedRank);
        Assert.Null(only.Sucra);
        Assert.Equal(FundingGroup.Fund, only.Group);
    }

    [Fact]
    public void Equal_scores_leave_everyone_in_the_middle_and_say_so()
    {
        var scores = Crossed(6, 3, (_, _) => 4);

        var ranking = Rank(scores, places: 2);

        Assert.All(ranking.Applications, a => Assert.Equal(3.5, a.ExpectedRank));
        Assert.All(ranking.Applications, a => Assert.Equal(FundingGroup.Draw, a.Group));
        Assert.False(ranking.Discriminates);
        Assert.Contains(ranking.Warnings, w => w.Contains("do not discriminate", StringComparison.Ordinal));
    }

    [Fact]
    public void Pure_noise_does_not_discriminate()
    {
        var random = new SeededRandom(5);
        var scores = Crossed(12, 3, (_, _) => 1 + random.NextIndex(6));

        Assert.False(Rank(scores, places: 3).Discriminates);
    }

    [Fact]
    public void One_reviewer_is_ranked_with_a_warning()
    {
        var ranking = Rank([new("A", "r", 2), new("B", "r", 5), new("C", "r", 3)], places: 1);

        Assert.Equal(["B", "C", "A"], ranking.Applications.Select(a => a.Application));
        Assert.Contains(ranking.Warnings, w => w.Contains("one reviewer", StringComparison.Ordinal));
    }

    [Fact]
    public void Panels_without_a_common_reviewer_are_reported()
    {
        var ranking = Rank([new("A", "r1", 2), new("B", "r1", 5), new("C", "r2", 3), new("D", "r2", 6)], places: 2);

        Assert.Contains(ranking.Warnings, w => w.Contains("2 separate groups", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lenient_reviewer_is_taken_out()
    {
        // Reviewer "soft" adds two points and sees B and D only; A and C are really better than B and D.
        var truth = new Dictionary<string, double> { ["A"] = 4, ["B"] = 3, ["C"] = 4, ["D"] = 3, ["E"] = 2, ["F"] = 1 };
        var scores = new List<Score>();
        foreach (var (application, level) in truth)
        {
            scores.Add(new(application, "fair1", level));
            scores.Add(new(application, application is "B" or "D" or "E" or "F" ? "soft" : "fair2", level + (application is "A" or "C" ? 0 : 2)));
        }

        var ranking = Rank(scores, places: 2);

        Assert.Equal(["A", "C"], ranking.Applications.Take(2).Select(a => a.Application).Order());
        Assert.True(ranking.Reviewers.Single(r => r.Reviewer == "soft").Leniency > 0.5);
    }

    [Fact]
    public void Several_panels_are_compared_within_the_panel_effect()
    {
        var scores = Crossed(6, 3, (a, r) => 2 + a % 3 + (a < 3 ? 0 : 1))
            .Select(s => s with { Reviewer = s.Reviewer + (string.CompareOrdinal(s.Application, "a03") < 0 ? "x" : "y") });
        var panels = Enumerable.Range(0, 6).ToDictionary(i => $"a{i:00}", i => i < 3 ? "p1" : "p2");

        var ranking = RankApplications.From([.. scores], new RankingOptions { Scale = SixPoints, Panels = panels, Places = 2 });

        Assert.NotNull(ranking.Variance.Panel);
        Assert.Equal(["a02", "a05"], ranking.Applications.Take(2).Select(a => a.Application).Order());
        Assert.Equal(21, ranking.Applications.Sum(a => a.ExpectedRank), 1e-6);
    }

    [Fact]
    public void Joining_grid_points_changes_expected_ranks_by_less_than_a_hundredth()
    {
        var random = new SeededRandom(2);
        var table = new ScoreTable(Crossed(30, 4, (a, r) => Math.Clamp(Math.Round(3.5 + (a - 15) * 0.1 + random.NextNormal()), 1, 6)), SixPoints);
        var model = new CalibrationModel(table);
        var joined = HyperGrid.Integrate(model, learnsLeniency: true);
        var separate = HyperGrid.Integrate(model, learnsLeniency: true, joins: false);

        var coarse = ExpectedRanks.Of(model, joined).Rank;
        var fine = ExpectedRanks.Of(model, separate).Rank;

        Assert.True(joined.Length < separate.Length / 3);
        Assert.All(coarse.Zip(fine), pair => Assert.Equal(pair.Second, pair.First, 0.01));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Joining_does_no_harm_where_the_scores_say_little_and_there_are_panels(bool learnsLeniency)
    {
        var random = new SeededRandom(5);
        var table = new ScoreTable(Crossed(40, 3, (_, r) => Math.Clamp(3.5 + 0.3 * (r - 1) + 0.7 * random.NextNormal(), 1, 6)), SixPoints);
        var model = new CalibrationModel(table, [.. Enumerable.Range(0, 40).Select(a => a % 2)]);

        var coarse = ExpectedRanks.Of(model, HyperGrid.Integrate(model, learnsLeniency)).Rank;
        var fine = ExpectedRanks.Of(model, HyperGrid.Integrate(model, learnsLeniency, joins: false)).Rank;

        Assert.All(coarse.Zip(fine), pair => Assert.Equal(pair.Second, pair.First, 0.04));
    }

    [Fact]
    public void Expected_ranks_agree_with_the_draws()
    {
        var ranking = Rank(Crossed(10, 3, (a, r) => 1 + (a * 7 + r * 3) % 6), places: 3);

        Assert.Equal(3, ranking.Applications.Sum(a => a.InPlaces!.Value), 0.001);
    }

    private static CalibratedRanking Rank(IEnumerable<Score> scores, int places) =>
        RankApplications.From([.. scores], new RankingOptions { Scale = SixPoints, Places = places });

    private static Score[] Crossed(int applications, int reviewers, Func<int, int, double> score) =>
        [.. from a in Enumerable.Range(0, applications)
            from r in Enumerable.Range(0, reviewers)
            select new Score($"a{a:00}", $"r{r}", score(a, r))];
}
