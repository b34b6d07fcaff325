namespace Connections.Reviewing.Reliability;

/// <summary>How much two different categories agree in part.</summary>
public enum AgreementWeights
{
    /// <summary>Not at all: this gives AC1.</summary>
    Identity,
    Linear,
    Quadratic,
}

/// <summary>Percent agreement and Gwet's chance-corrected coefficients AC1 and AC2.</summary>
/// <remarks>
/// Source: Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapters 2–4; several raters, missing ratings allowed. With r_ik the
/// ratings of unit i in category k, r_i their sum, π_k the mean of r_ik/r_i over all rated units and weights w:
/// <c>p_a = mean over units with r_i ≥ 2 of Σ_k r_ik (Σ_l w_kl r_il − 1) / (r_i (r_i − 1))</c>, <c>p_e = Σw / (q(q − 1)) · Σ π_k (1 − π_k)</c>,
/// <c>AC = (p_a − p_e)/(1 − p_e)</c>. Categories are the q values that occur. Empty when nothing can be compared; with one category it is 1.
/// </remarks>
public static class GwetAgreement
{
    public static double? Percent(RatingTable table) => Observed(table.Tallies(), table.Categories, AgreementWeights.Identity);

    public static double? Coefficient(RatingTable table, AgreementWeights weights)
    {
        var categories = table.Categories;
        var q = categories.Length;
        var units = table.Tallies();
        if (Observed(units, categories, weights) is not { } observed)
        {
            return null;
        }

        if (q < 2)
        {
            return 1;
        }

        var shares = new double[q];
        foreach (var unit in units)
        {
            var count = unit.Sum(t => t.Count);
            Array.ForEach(unit, t => shares[t.Category] += t.Count / count / units.Length);
        }

        var expected = Total(categories, weights) / ((double)q * (q - 1)) * shares.Sum(p => p * (1 - p));
        return (observed - expected) / (1 - expected);
    }

    private static double? Observed(Tally[][] units, double[] categories, AgreementWeights weights)
    {
        var rated = units.Where(unit => unit.Sum(t => t.Count) >= 2).ToArray();
        return rated.Length == 0 ? null : rated.Average(unit =>
        {
            var count = unit.Sum(t => t.Count);
            return unit.Sum(k => k.Count * (unit.Sum(l => Weight(categories, weights, k.Category, l.Category) * l.Count) - 1)) / (count * (count - 1));
        });
    }

    private static double Weight(double[] categories, AgreementWeights weights, int k, int l)
    {
        var distance = k == l ? 0 : Math.Abs(categories[k] - categories[l]) / (categories[^1] - categories[0]);
        return weights switch
        {
            AgreementWeights.Identity => k == l ? 1 : 0,
            AgreementWeights.Linear => 1 - distance,
            AgreementWeights.Quadratic => 1 - distance * distance,
            _ => throw new ArgumentOutOfRangeException(nameof(weights)),
        };
    }

    /// <summary>Σw over all pairs of categories, which are ascending.</summary>
    private static double Total(double[] categories, AgreementWeights weights)
    {
        double q = categories.Length;
        var range = categories[^1] - categories[0];
        var middle = categories.Average();
        return weights switch
        {
            AgreementWeights.Identity => q,
            AgreementWeights.Linear => q * q - 2 * categories.Select((x, k) => (2 * k + 1 - q) * ((x - middle) / range)).Sum(),
            AgreementWeights.Quadratic => q * q - 2 * q * categories.Sum(x => (x - middle) / range * ((x - middle) / range)),
            _ => throw new ArgumentOutOfRangeException(nameof(weights)),
        };
    }
}
