using MathNet.Numerics.Distributions;

namespace Connections.Reviewing.Numerics;

/// <summary>The standard normal distribution: its cumulative probability Φ and its quantiles.</summary>
/// <remarks>
/// Φ is read from a table of exact values (step 1/128, from MathNet.Numerics) with cubic Hermite interpolation on the
/// density: the error is below 1e-10 and the cost a few nanoseconds, which the pairwise comparisons of
/// <see cref="Ranking.ExpectedRanks"/> need. Guarantees: Φ(0) is exactly ½, Φ(x) + Φ(−x) is exactly 1, Φ never decreases.
/// </remarks>
public static class StandardNormal
{
    private const int StepsPerUnit = 128;
    private const double Limit = 8.25;
    private static readonly double[] Cumulated = Tabulate(x => Normal.CDF(0, 1, x));
    private static readonly double[] Density = Tabulate(x => Normal.PDF(0, 1, x) / StepsPerUnit);

    /// <summary>The 97.5 % point, 1.96: half the width of a 95 % interval in standard deviations.</summary>
    public static readonly double TwoSided95 = Normal.InvCDF(0, 1, 0.975);

    /// <summary>Φ(x), the probability that a standard normal number is at most x.</summary>
    public static double Cumulative(double x)
    {
        var size = Math.Abs(x);
        if (size >= Limit)
        {
            return x > 0 ? 1 : 0;
        }

        var position = size * StepsPerUnit;
        var cell = (int)position;
        var t = position - cell;
        var rise = Cumulated[cell + 1] - Cumulated[cell];
        var left = Density[cell] - rise;
        var right = rise - Density[cell + 1];
        var upper = Cumulated[cell] + t * rise + t * (1 - t) * (left * (1 - t) + right * t);
        return x >= 0 ? upper : 1 - upper;
    }

    private static double[] Tabulate(Func<double, double> function)
    {
        var values = new double[(int)(Limit * StepsPerUnit) + 2];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = function((double)i / StepsPerUnit);
        }

        return values;
    }
}
