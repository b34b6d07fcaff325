using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Reliability;

/// <summary>How far apart two values count.</summary>
public enum Metric
{
    Nominal,
    Ordinal,
    Interval,
    Ratio,
}

/// <summary>Krippendorff's α: one minus observed over expected disagreement. 1 is perfect agreement, 0 is chance.</summary>
/// <remarks>
/// Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability. Any number of raters, missing ratings allowed; units with one rating
/// are left out. With coincidences o_ck, totals n_c and n: <c>α = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck</c>. The ordinal δ counts how many
/// ratings lie between two categories, ends half; it depends on the data and is not the same as Gwet's ordinal weights.
/// α is empty when no two ratings can be compared or when all comparable ratings are equal (no disagreement is to be expected then).
/// The interval is the percentile bootstrap over units, from fixed-seed samples.
/// </remarks>
public static class KrippendorffAlpha
{
    public static double? Of(RatingTable table, Metric metric) => FromCounts(table.CountsByCategory(), table.Categories, metric);

    /// <summary>The 95 % interval; empty when α is, or when more than half of the samples have none.</summary>
    public static (double Low, double High)? Interval95(RatingTable table, Metric metric, int samples, ulong seed)
    {
        var counts = table.CountsByCategory().Where(row => row.Sum() >= 2).ToArray();
        if (samples < 1 || Of(table, metric) is null)
        {
            return null;
        }

        var categories = table.Categories;
        var random = new SeededRandom(seed);
        var found = new List<double>(samples);
        for (var s = 0; s < samples; s++)
        {
            var drawn = Enumerable.Range(0, counts.Length).Select(_ => counts[random.NextIndex(counts.Length)]).ToArray();
            if (FromCounts(drawn, categories, metric) is { } alpha)
            {
                found.Add(alpha);
            }
        }

        found.Sort();
        return found.Count * 2 <= samples ? null : (Percentile(found, 0.025), Percentile(found, 0.975));
    }

    private static double Percentile(List<double> sorted, double share)
    {
        var position = share * (sorted.Count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static double? FromCounts(double[][] countsByUnit, double[] categories, Metric metric)
    {
        var q = categories.Length;
        var totals = new double[q];
        var pairable = countsByUnit.Where(row => row.Sum() >= 2).ToArray();
        foreach (var row in pairable)
        {
            for (var c = 0; c < q; c++)
            {
                totals[c] += row[c];
            }
        }

        double observed = 0, expected = 0;
        for (var c = 0; c < q; c++)
        {
            for (var k = c + 1; k < q; k++)
            {
                var distance = Square(Distance(metric, categories, totals, c, k));
                observed += pairable.Sum(row => row[c] * row[k] / (row.Sum() - 1)) * distance;
                expected += totals[c] * totals[k] * distance;
            }
        }

        return expected > 0 ? 1 - (totals.Sum() - 1) * observed / expected : null;
    }

    private static double Square(double x) => x * x;

    private static double Distance(Metric metric, double[] values, double[] totals, int c, int k) => metric switch
    {
        Metric.Nominal => 1,
        Metric.Ordinal => totals[c..(k + 1)].Sum() - (totals[c] + totals[k]) / 2,
        Metric.Interval => values[k] - values[c],
        Metric.Ratio => values[c] + values[k] == 0 ? 0 : (values[k] - values[c]) / (values[c] + values[k]),
        _ => throw new ArgumentOutOfRangeException(nameof(metric)),
    };
}
