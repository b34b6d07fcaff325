namespace Connections.Reviewing.Ranking;

/// <summary>One reviewer's score for one criterion of one application; empty where the criterion does not apply.</summary>
public readonly record struct CriterionScore(string Application, string Reviewer, string Criterion, double? Value);

/// <summary>An application's plain result: weighted mean of criteria, then mean of reviewers, with the spread between reviewers.</summary>
/// <param name="Application">Its identifier.</param>
/// <param name="Rank">1 is best; exact ties share a rank and the next rank is left out (1, 2, 2, 4).</param>
/// <param name="Mean">Mean of the reviewers' weighted scores, in points of the scale.</param>
/// <param name="Spread">Standard deviation between reviewers (divisor reviewers − 1); empty with one reviewer.</param>
/// <param name="Lowest">The lowest reviewer's weighted score.</param>
/// <param name="Highest">The highest reviewer's weighted score.</param>
/// <param name="Reviews">Number of reviewers.</param>
public sealed record WeightedMeanRow(
    string Application, int Rank, double Mean, double? Spread, double Lowest, double Highest, int Reviews);

/// <summary>Ranks applications by weighted mean: the simple method, shown beside the calibrated one.</summary>
/// <remarks>
/// A review's score is <c>Σ weight·value / Σ weight</c> over the criteria that were scored, so that a criterion that does not apply
/// neither helps nor harms. Reviews without any score are left out. Means that agree to 1e-9 are exact ties. The result does not depend on the order of rows.
/// </remarks>
public static class WeightedMeans
{
    private const int TieDecimals = 9;

    public static IReadOnlyList<WeightedMeanRow> Rank(
        IReadOnlyCollection<CriterionScore> scores, IReadOnlyDictionary<string, double> weights)
    {
        if (weights.Values.Any(w => !(w >= 0) || double.IsInfinity(w)) || weights.Values.Sum() <= 0)
        {
            throw new ArgumentException("Weights must not be negative, and one at least must be above zero.", nameof(weights));
        }

        var rows = ReviewScores(scores, weights)
            .GroupBy(s => s.Application)
            .Select(g => Row(g.Key, [.. g.Select(s => s.Value).Order()]))
            .OrderByDescending(row => row.Mean)
            .ThenBy(row => row.Application, StringComparer.Ordinal)
            .ToArray();
        return [.. rows.Select(row => row with { Rank = 1 + rows.Count(other => other.Mean > row.Mean) })];
    }

    /// <summary>One overall score per application and reviewer: what the calibrated ranking takes as its input.</summary>
    public static IReadOnlyList<Score> ReviewScores(
        IEnumerable<CriterionScore> scores, IReadOnlyDictionary<string, double> weights) =>
        [.. scores
            .Where(s => s.Value is not null && weights[s.Criterion] > 0)
            .GroupBy(s => (s.Application, s.Reviewer))
            .Select(g => new Score(g.Key.Application, g.Key.Reviewer, WeightedMean([.. g.OrderBy(s => s.Criterion, StringComparer.Ordinal)], weights)))
            .OrderBy(s => s.Application, StringComparer.Ordinal)
            .ThenBy(s => s.Reviewer, StringComparer.Ordinal)];

    private static double WeightedMean(CriterionScore[] scores, IReadOnlyDictionary<string, double> weights) =>
        scores.Sum(s => weights[s.Criterion] * s.Value!.Value) / scores.Sum(s => weights[s.Criterion]);

    private static WeightedMeanRow Row(string application, double[] values)
    {
        var mean = values.Average();
        double? spread = values.Length > 1
            ? Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1))
            : null;
        return new WeightedMeanRow(
            application, 0, Math.Round(mean, TieDecimals), spread, values[0], values[^1], values.Length);
    }
}
