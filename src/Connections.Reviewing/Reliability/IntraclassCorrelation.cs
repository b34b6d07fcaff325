using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Reliability;

/// <summary>A coefficient with its 95 % interval.</summary>
public readonly record struct Estimate(double Value, double Low, double High);

/// <summary>The six intraclass correlations of a complete table of n units by k raters.</summary>
/// <remarks>
/// Source: Shrout and Fleiss (1979), Psychological Bulletin 86:420; intervals by their F formulas, the one for ICC(2,1) with Satterthwaite's
/// degrees of freedom. ICC1: raters differ from unit to unit. ICC2: these raters stand for others. ICC3: only these raters matter.
/// "k" marks the reliability of the mean of all k raters. Empty for tables with gaps, fewer than two units or raters, or no variance at all.
/// </remarks>
public sealed record IntraclassCorrelation(Estimate Icc1, Estimate Icc2, Estimate Icc3, Estimate Icc1K, Estimate Icc2K, Estimate Icc3K)
{
    private const double Tail = 0.025;

    public static IntraclassCorrelation? Of(RatingTable table)
    {
        var (n, k) = (table.Units.Count, table.Raters.Count);
        if (!table.IsComplete || n < 2 || k < 2)
        {
            return null;
        }

        var x = table.Values.Select(row => row.Select(v => v!.Value).ToArray()).ToArray();
        var grand = x.Average(row => row.Average());
        var unitMeans = x.Select(row => row.Average()).ToArray();
        var raterMeans = Enumerable.Range(0, k).Select(j => x.Average(row => row[j])).ToArray();
        var between = k * unitMeans.Sum(m => Square(m - grand)) / (n - 1);
        var raters = n * raterMeans.Sum(m => Square(m - grand)) / (k - 1);
        var within = x.Select((row, i) => row.Sum(v => Square(v - unitMeans[i]))).Sum() / (n * (k - 1));
        var error = x.Select((row, i) => row.Select((v, j) => Square(v - unitMeans[i] - raterMeans[j] + grand)).Sum()).Sum() / ((n - 1) * (k - 1));
        if (within <= 1e-12 * (between + within))
        {
            return between > 0 ? new IntraclassCorrelation(One, One, One, One, One, One) : null;
        }

        error = Math.Max(error, 1e-12 * within);
        var icc1 = OneWay(between, within, n - 1, n * (k - 1), k);
        var icc3 = OneWay(between, error, n - 1, (n - 1) * (k - 1), k);
        var icc2 = TwoWay(between, raters, error, n, k);
        return new IntraclassCorrelation(
            icc1,
            icc2,
            icc3,
            Stepped(icc1, (between - within) / between, k),
            Stepped(icc2, (between - error) / (between + (raters - error) / n), k),
            Stepped(icc3, (between - error) / between, k));
    }

    private static Estimate One { get; } = new(1, 1, 1);

    private static double Square(double x) => x * x;

    private static double Quantile(double first, double second) => FisherDistribution.Exceeded(first, second, Tail);

    private static Estimate OneWay(double between, double rest, int unitFreedom, int restFreedom, int k)
    {
        var ratio = between / rest;
        var low = ratio / Quantile(unitFreedom, restFreedom);
        var high = ratio * Quantile(restFreedom, unitFreedom);
        return new Estimate((ratio - 1) / (ratio + k - 1), (low - 1) / (low + k - 1), (high - 1) / (high + k - 1));
    }

    private static Estimate TwoWay(double between, double raters, double error, int n, int k)
    {
        var value = (between - error) / (between + (k - 1) * error + k * (raters - error) / n);
        var raterRatio = raters / error;
        var part = n * (1 + (k - 1) * value) - k * value;
        var freedom = (k - 1) * (n - 1) * Square(k * value * raterRatio + part)
            / ((n - 1) * Square(k * value * raterRatio) + Square(part));
        var upper = Quantile(n - 1, freedom);
        var lower = Quantile(freedom, n - 1);
        var common = k * raters + (k * n - k - n) * error;
        return new Estimate(
            value,
            n * (between - upper * error) / (upper * common + n * between),
            n * (lower * between - error) / (common + n * lower * between));
    }

    /// <summary>The reliability of the mean of k raters, from that of one (Spearman–Brown for the interval's ends).</summary>
    private static Estimate Stepped(Estimate single, double value, int k)
    {
        double Step(double r) => k * r / (1 + (k - 1) * r);
        return new Estimate(value, Step(single.Low), Step(single.High));
    }
}
