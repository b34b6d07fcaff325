using System.Globalization;
using Connections.Reviewing.Ranking;

namespace Connections.Reviewing.Tests.Ranking;

/// <summary>The worked panel of Heyard and others: 15 applications, 5 reviewers, five places.</summary>
public sealed class MockPanelTests
{
    private static readonly CalibratedRanking Published = Rank(CalibrationMode.Published);

    [Fact]
    public void Effects_and_expected_ranks_are_the_published_ones_to_two_hundredths()
    {
        foreach (var row in ReferenceFile.Csv("mock_p1_expected.csv"))
        {
            var actual = Find(row[0]);

            Assert.Equal(Number(row[1]), actual.Mean, 1e-9);
            Assert.Equal(Number(row[2]), actual.Effect, 0.005);
            Assert.Equal(Number(row[3]), actual.EffectSd, 0.005);
            Assert.Equal(Number(row[4]), actual.ExpectedRank, 0.02);
            Assert.Equal(Number(row[5]), actual.Sucra!.Value, 0.002);
        }
    }

    [Fact]
    public void Rank_quantiles_are_the_published_ones_to_one_rank()
    {
        foreach (var row in ReferenceFile.Csv("mock_p1_expected.csv"))
        {
            var actual = Find(row[0]);

            Assert.InRange(actual.Rank05, Number(row[6]) - 1, Number(row[6]) + 1);
            Assert.InRange(actual.Rank25, Number(row[7]) - 1, Number(row[7]) + 1);
            Assert.InRange(actual.Rank75, Number(row[8]) - 1, Number(row[8]) + 1);
            Assert.InRange(actual.Rank95, Number(row[9]) - 1, Number(row[9]) + 1);
        }
    }

    [Fact]
    public void Groups_for_five_places_are_the_published_ones()
    {
        foreach (var row in ReferenceFile.Csv("mock_p1_expected.csv"))
        {
            var expected = row[10] switch
            {
                "accepted" => FundingGroup.Fund,
                "random" => FundingGroup.Draw,
                _ => FundingGroup.Decline,
            };

            Assert.Equal(expected, Find(row[0]).Group);
        }
    }

    [Fact]
    public void Exact_ties_share_every_figure()
    {
        string[][] ties = [["#2", "#3", "#4"], ["#7", "#8"], ["#13", "#14"]];
        foreach (var tie in ties)
        {
            var figures = tie.Select(id => Find(id) with { Application = "" }).Distinct();

            Assert.Single(figures);
        }
    }

    [Fact]
    public void The_hard_reviewer_is_found()
    {
        var leniency = Published.Reviewers.OrderBy(r => r.Leniency).First();

        Assert.Equal("v_5", leniency.Reviewer);
        Assert.True(leniency.High < 0);
        Assert.True(Published.Discriminates);
    }

    [Fact]
    public void The_learned_mode_tells_a_similar_story_with_wider_leniency()
    {
        var learned = Rank(CalibrationMode.Learned);

        Assert.Equal("#1", learned.Applications[0].Application);
        Assert.True(learned.Variance.Reviewer > 0.25);
        Assert.Equal(120, learned.Applications.Sum(a => a.ExpectedRank), 1e-6);
    }

    private static CalibratedRanking Rank(CalibrationMode mode) =>
        RankApplications.From(Scores(), new RankingOptions { Scale = new ScoreScale(1, 6), Mode = mode, Places = 5 });

    private static Score[] Scores() =>
        [.. ReferenceFile.Csv("mock_p1_scores.csv").Select(row => new Score(row[0], row[1], Number(row[3])))];

    private static RankedApplication Find(string id) => Published.Applications.Single(a => a.Application == id);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
