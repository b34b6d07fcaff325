using MathNet.Numerics.Distributions;

namespace Connections.Reviewing.Reliability;

/// <summary>What is left of a rating once the unit and the rater are taken out, and when the rater gave it.</summary>
public readonly record struct OrderedResidual(string Rater, int Position, double Residual);

/// <summary>How a rater's residuals move while reading, in points for each further unit read, with a 95 % interval.</summary>
public sealed record RaterDrift(string Rater, int Ratings, double ResidualSd, double Slope, double Low, double High);

/// <summary>Each rater's residuals and their drift with the position in the reading order.</summary>
/// <remarks>
/// Residual: the rating less its unit's mean less the rater's own mean deviation. Drift: least squares of residuals on position, Student's interval.
/// Raters with fewer than three ratings, or all at one position, have no drift and are left out.
/// </remarks>
public static class ReadingDrift
{
    /// <summary>Residuals of all ratings whose position in the rater's reading order is known.</summary>
    public static IReadOnlyList<OrderedResidual> Residuals(IReadOnlyCollection<Rating> ratings, IReadOnlyDictionary<(string Unit, string Rater), int> positions)
    {
        var unitMean = ratings.GroupBy(r => r.Unit).ToDictionary(g => g.Key, g => g.Select(r => r.Value).Order().Average());
        var raterMean = ratings.GroupBy(r => r.Rater).ToDictionary(g => g.Key, g => g.Select(r => r.Value - unitMean[r.Unit]).Order().Average());
        return [.. ratings.Where(r => positions.ContainsKey((r.Unit, r.Rater)))
            .Select(r => new OrderedResidual(r.Rater, positions[(r.Unit, r.Rater)], r.Value - unitMean[r.Unit] - raterMean[r.Rater]))
            .OrderBy(r => r.Rater, StringComparer.Ordinal).ThenBy(r => r.Position).ThenBy(r => r.Residual)];
    }

    public static IReadOnlyList<RaterDrift> Of(IEnumerable<OrderedResidual> residuals) =>
        [.. residuals.GroupBy(r => r.Rater)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Fit(g.Key, [.. g.OrderBy(r => r.Position).ThenBy(r => r.Residual)]))
            .OfType<RaterDrift>()];

    private static RaterDrift? Fit(string rater, OrderedResidual[] own)
    {
        var n = own.Length;
        var middle = n == 0 ? 0 : own.Average(r => r.Position);
        var mean = n == 0 ? 0 : own.Average(r => r.Residual);
        var squares = own.Sum(r => (r.Position - middle) * (r.Position - middle));
        if (n < 3 || squares == 0)
        {
            return null;
        }

        var slope = own.Sum(r => (r.Position - middle) * (r.Residual - mean)) / squares;
        var left = own.Sum(r => Math.Pow(r.Residual - mean - slope * (r.Position - middle), 2));
        var reach = StudentT.InvCDF(0, 1, n - 2, 0.975) * Math.Sqrt(left / (n - 2) / squares);
        var sd = Math.Sqrt(own.Sum(r => (r.Residual - mean) * (r.Residual - mean)) / (n - 1));
        return new RaterDrift(rater, n, sd, slope, slope - reach, slope + reach);
    }
}
