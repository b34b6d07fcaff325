using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Ranking;

/// <summary>Ranks a call's applications with reviewers' leniency taken out and the uncertainty shown.</summary>
/// <remarks>
/// The steps: centre the scores (<see cref="ScoreTable"/>), integrate over the spreads (<see cref="HyperGrid"/>), compare every
/// pair (<see cref="ExpectedRanks"/>), draw ranks (<see cref="RankDraws"/>), divide at the line (<see cref="FundingGroups"/>).
/// Guarantees: the same scores give the same ranking in whatever order they come; applications whose expected rank, effect and
/// deviation agree to 1e-9 are exact ties and share every figure; adding a constant to all scores changes nothing but the means.
/// </remarks>
public static class RankApplications
{
    private const double TieTolerance = 1e-9;

    public static CalibratedRanking From(IReadOnlyCollection<Score> scores, RankingOptions options)
    {
        var table = new ScoreTable(scores, options.Scale);
        var panels = PanelNumbers(table, options.Panels);
        var model = new CalibrationModel(table, panels);
        var points = HyperGrid.Integrate(model, options.Mode == CalibrationMode.Learned);
        var expected = ExpectedRanks.Of(model, points);
        var draws = RankDraws.Of(model, points);
        var order = Enumerable.Range(0, table.Applications.Length).ToArray();
        Array.Sort(order, (i, j) => expected.Rank[i].CompareTo(expected.Rank[j]));
        ShareTies(order, expected, draws);
        Array.Sort(order, (i, j) => expected.Rank[i] != expected.Rank[j] ? expected.Rank[i].CompareTo(expected.Rank[j]) : i.CompareTo(j));

        var walk = options.Budget?.Walk(TieClasses(order, expected.Rank, table));
        var places = walk?.FullyFundable ?? options.Places;
        var decision = places is { } k
            ? FundingGroups.Divide(expected.Rank, draws.AtMost, k, options.BoundaryCases ?? options.Mode == CalibrationMode.Learned)
            : default;
        foreach (var i in order.Where(i => walk is not null && walk.Undecided.Contains(table.Applications[i])))
        {
            decision.Groups[i] = FundingGroup.Draw;
        }

        var rows = order.Select(i => Row(i, table, expected, draws, places, decision.Groups, decision.Boundary)).ToArray();
        var discriminates = rows.Length > 1 && rows.Max(r => r.Rank05) > rows.Min(r => r.Rank95);
        return new CalibratedRanking(
            decision.Line,
            rows,
            [.. Enumerable.Range(0, table.Reviewers.Length).Select(j => Leniency(j, table, points, expected))],
            Parts(points, table.Unit, model.Panels > 0),
            discriminates,
            walk,
            RankingWarnings.For(table, options, discriminates, places, walk));
    }

    private static int[]? PanelNumbers(ScoreTable table, IReadOnlyDictionary<string, string>? panels)
    {
        if (panels is null)
        {
            return null;
        }

        var names = table.Applications.Select(a => panels[a]).Distinct().Order(StringComparer.Ordinal).ToList();
        return names.Count < 2 ? null : [.. table.Applications.Select(a => names.IndexOf(panels[a]))];
    }

    /// <summary>Gives applications that differ by rounding only the same figures. <paramref name="order"/> is by expected rank.</summary>
    private static void ShareTies(int[] order, ExpectedRanks expected, RankDraws draws)
    {
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && expected.Rank[order[end]] - expected.Rank[order[end - 1]] < TieTolerance)
            {
                end++;
            }

            var sameRank = order[start..end];
            foreach (var i in sameRank)
            {
                expected.Rank[i] = Math.Round(expected.Rank[sameRank[0]], 9);
            }

            foreach (var alike in sameRank.GroupBy(i => (Math.Round(expected.Effect[i], 8), Math.Round(expected.EffectSd[i], 8))))
            {
                var members = alike.ToArray();
                draws.Pool(members);
                Array.ForEach(members, i => (expected.Effect[i], expected.EffectSd[i]) = (expected.Effect[members[0]], expected.EffectSd[members[0]]));
            }

            start = end;
        }
    }

    private static List<IReadOnlyList<string>> TieClasses(int[] order, double[] ranks, ScoreTable table) =>
        [.. order.GroupBy(i => ranks[i]).Select(tied => tied.Select(i => table.Applications[i]).ToArray())];

    private static RankedApplication Row(
        int i, ScoreTable table, ExpectedRanks expected, RankDraws draws, int? places, FundingGroup[]? groups, bool[]? boundary)
    {
        var n = table.Applications.Length;
        return new RankedApplication(
            table.Applications[i],
            table.Means[i],
            expected.Effect[i] * table.Unit,
            expected.EffectSd[i] * table.Unit,
            expected.Rank[i],
            100 * (expected.Rank[i] - 0.5) / n,
            n > 1 ? (n - expected.Rank[i]) / (n - 1) : null,
            draws.Quantile(i, 0.05),
            draws.Quantile(i, 0.25),
            draws.Quantile(i, 0.75),
            draws.Quantile(i, 0.95),
            places is { } k ? draws.AtMost(i, k) : null,
            groups?[i],
            boundary?[i] ?? false);
    }

    private static ReviewerLeniency Leniency(int j, ScoreTable table, WeightedSpread[] points, ExpectedRanks expected) => new(
        table.Reviewers[j],
        expected.Leniency[j] * table.Unit,
        expected.LeniencySd[j] * table.Unit,
        LeniencyQuantile(j, 0.025, points, expected) * table.Unit,
        LeniencyQuantile(j, 0.975, points, expected) * table.Unit,
        table.ReviewersOf.Sum(row => row.Count(r => r == j)));

    /// <summary>A quantile of the exact mixture of normals, by bisection.</summary>
    private static double LeniencyQuantile(int j, double probability, WeightedSpread[] points, ExpectedRanks expected)
    {
        double low = -20, high = 20;
        for (var step = 0; step < 45; step++)
        {
            var middle = (low + high) / 2;
            var below = 0.0;
            for (var h = 0; h < points.Length; h++)
            {
                below += points[h].Weight * StandardNormal.Cumulative((middle - expected.LeniencyMean[h][j]) / expected.LeniencySpread[h][j]);
            }

            (low, high) = below < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static VarianceParts Parts(WeightedSpread[] points, double unit, bool hasPanels)
    {
        double Mean(Func<Spread, double> deviation) =>
            points.Sum(p => p.Weight * deviation(p.Spread) * deviation(p.Spread)) * unit * unit;
        return new VarianceParts(
            Mean(s => s.Application), Mean(s => s.Reviewer), Mean(s => s.Residual), hasPanels ? Mean(s => s.Panel) : null);
    }
}
