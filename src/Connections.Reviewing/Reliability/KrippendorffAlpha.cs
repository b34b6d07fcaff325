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
    public static double? Of(RatingTable table, Metric metric) => FromUnits(Pairable(table), table.Categories, metric);

    /// <summary>The 95 % interval; empty when α is, or when more than half of the samples have none.</summary>
    public static (double Low, double High)? Interval95(RatingTable table, Metric metric, int samples, ulong seed)
    {
        var units = Pairable(table);
        if (samples < 1 || Of(table, metric) is null)
        {
            return null;
        }

        var categories = table.Categories;
        var random = new SeededRandom(seed);
        var found = new List<double>(samples);
        for (var s = 0; s < samples; s++)
        {
            var drawn = Enumerable.Range(0, units.Length).Select(_ => units[random.NextIndex(units.Length)]).ToArray();
            if (FromUnits(drawn, categories, metric) is { } alpha)
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

    /// <summary>The units with two ratings or more.</summary>
    private static Tally[][] Pairable(RatingTable table) =>
        [.. table.Tallies().Where(unit => unit.Sum(t => t.Count) >= 2)];

    private static double? FromUnits(Tally[][] units, double[] categories, Metric metric)
    {
        var totals = new double[categories.Length];
        foreach (var tally in units.SelectMany(unit => unit))
        {
            totals[tally.Category] += tally.Count;
        }

        var middles = MiddleRanks(totals);
        var observed = units.Sum(unit => Disagreement(unit, metric, categories, middles) / (unit.Sum(t => t.Count) - 1));
        var all = totals.Select((count, category) => new Tally(category, count)).Where(t => t.Count > 0).ToArray();
        var expected = Disagreement(all, metric, categories, middles);
        return expected > 0 ? 1 - (totals.Sum() - 1) * observed / expected : null;
    }

    /// <summary>The sum of δ² over all pairs of ratings.</summary>
    /// <remarks>Where δ is the distance of two points x, this is <c>N Σ n (x − x̄)²</c>, so that thousands of categories cost no more than their number.</remarks>
    private static double Disagreement(Tally[] cells, Metric metric, double[] values, double[] middles)
    {
        if (cells.Length < 2)
        {
            return 0;
        }

        var count = cells.Sum(t => t.Count);
        return metric switch
        {
            Metric.Nominal => (count * count - cells.Sum(t => t.Count * t.Count)) / 2,
            Metric.Ordinal => Squares(cells, count, middles),
            Metric.Interval => Squares(cells, count, values),
            Metric.Ratio => Ratios(cells, values),
            _ => throw new ArgumentOutOfRangeException(nameof(metric)),
        };
    }

    private static double Squares(Tally[] cells, double count, double[] points)
    {
        var mean = cells.Sum(t => t.Count * points[t.Category]) / count;
        return count * cells.Sum(t => t.Count * Square(points[t.Category] - mean));
    }

    private static double Ratios(Tally[] cells, double[] values)
    {
        var sum = 0.0;
        for (var c = 0; c < cells.Length; c++)
        {
            for (var k = c + 1; k < cells.Length; k++)
            {
                var (low, high) = (values[cells[c].Category], values[cells[k].Category]);
                sum += cells[c].Count * cells[k].Count * (high + low == 0 ? 0 : Square((high - low) / (high + low)));
            }
        }

        return sum;
    }

    /// <summary>How many ratings lie below the middle of each category. Two of them differ by the ratings between, ends half: the ordinal δ.</summary>
    private static double[] MiddleRanks(double[] totals)
    {
        var below = 0.0;
        return [.. totals.Select(count => (below += count) - count / 2)];
    }

    private static double Square(double x) => x * x;
}
