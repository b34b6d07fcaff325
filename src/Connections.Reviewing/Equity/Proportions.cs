using Connections.Reviewing.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Connections.Reviewing.Equity;

/// <summary>A number with its 95 % interval.</summary>
public readonly record struct Interval(double Value, double Low, double High);

/// <summary>Successes out of a number of people.</summary>
public readonly record struct Share(int Count, int Of)
{
    public double Rate => (double)Count / Of;

    public Share Plus(Share other) => new(Count + other.Count, Of + other.Of);
}

/// <summary>Statistics of rates that stay honest with small numbers.</summary>
/// <remarks>
/// Sources: Wilson (1927) for one rate; Newcombe (1998), Statistics in Medicine 17:873, method 10, for a difference; Fisher's exact test, two-sided, by adding
/// up every table that is no more likely than the one seen; Spiegelhalter (2005), Statistics in Medicine 24:1185, for exact binomial funnel
/// limits; Katz and others (1978) for the ratio, with half a person added to every cell when one is empty.
/// </remarks>
public static class Proportions
{
    private static double Z => StandardNormal.TwoSided95;

    public static Interval Wilson(Share share)
    {
        double n = share.Of, p = share.Rate, z2 = Z * Z;
        var centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        var reach = Z / (1 + z2 / n) * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Interval(p, share.Count == 0 ? 0 : Math.Max(centre - reach, 0), share.Count == share.Of ? 1 : Math.Min(centre + reach, 1));
    }

    /// <summary>The first rate less the second.</summary>
    public static Interval Newcombe(Share first, Share second)
    {
        var (a, b) = (Wilson(first), Wilson(second));
        var difference = a.Value - b.Value;
        double Root(double x, double y) => Math.Sqrt(x * x + y * y);
        return new Interval(difference, difference - Root(a.Value - a.Low, b.High - b.Value), difference + Root(a.High - a.Value, b.Value - b.Low));
    }

    /// <summary>The probability, were both rates the same, of a table at least as unlikely as this one.</summary>
    public static double Fisher(Share first, Share second)
    {
        var (n, m, successes) = (first.Of, second.Of, first.Count + second.Count);
        double Log(int x) => SpecialFunctions.BinomialLn(n, x) + SpecialFunctions.BinomialLn(m, successes - x);
        var from = Math.Max(0, successes - m);
        var logs = Enumerable.Range(from, Math.Min(n, successes) - from + 1).Select(Log).ToArray();
        var highest = logs.Max();
        var seen = Math.Exp(Log(first.Count) - highest);
        var weights = logs.Select(l => Math.Exp(l - highest)).ToArray();
        return Math.Min(1, weights.Where(w => w <= seen * (1 + 1e-7)).Sum() / weights.Sum());
    }

    /// <summary>The counts between which a group of this size would lie with the given probability, if it shared the overall rate.</summary>
    public static (int Low, int High) Funnel(int size, double overallRate, double probability)
    {
        var tail = (1 - probability) / 2;
        int low = 0, high = size;
        for (var cumulated = Binomial.PMF(overallRate, size, 0); low < size && cumulated <= tail; cumulated += Binomial.PMF(overallRate, size, low))
        {
            low++;
        }

        for (var cumulated = Binomial.PMF(overallRate, size, size); high > 0 && cumulated <= tail; cumulated += Binomial.PMF(overallRate, size, high))
        {
            high--;
        }

        return (low, high);
    }

    /// <summary>The first rate as a multiple of the second (the "four-fifths" ratio); never shown without its interval. Empty when both counts are zero.</summary>
    public static Interval? Ratio(Share first, Share second)
    {
        if (first.Count == 0 && second.Count == 0)
        {
            return null;
        }

        var half = first.Count == 0 || second.Count == 0 || first.Count == first.Of || second.Count == second.Of ? 0.5 : 0;
        double a = first.Count + half, n = first.Of + 2 * half, b = second.Count + half, m = second.Of + 2 * half;
        var log = Math.Log(a / n / (b / m));
        var reach = Z * Math.Sqrt(Math.Max(1 / a - 1 / n + 1 / b - 1 / m, 0));
        return new Interval(second.Count == 0 ? Math.Exp(log) : first.Rate / second.Rate, Math.Exp(log - reach), Math.Exp(log + reach));
    }
}
