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
    public static double? Percent(RatingTable table) => Observed(table, Identity(table.Categories.Length));

    public static double? Coefficient(RatingTable table, AgreementWeights weights)
    {
        var categories = table.Categories;
        var q = categories.Length;
        var w = Weights(categories, weights);
        if (Observed(table, w) is not { } observed)
        {
            return null;
        }

        if (q < 2)
        {
            return 1;
        }

        var rows = table.CountsByCategory();
        var shares = Enumerable.Range(0, q).Select(k => rows.Average(row => row[k] / row.Sum())).ToArray();
        var expected = w.Sum(row => row.Sum()) / (q * (q - 1)) * shares.Sum(p => p * (1 - p));
        return (observed - expected) / (1 - expected);
    }

    private static double? Observed(RatingTable table, double[][] weights)
    {
        var rows = table.CountsByCategory().Where(row => row.Sum() >= 2).ToArray();
        return rows.Length == 0 ? null : rows.Average(row =>
        {
            var count = row.Sum();
            var given = Enumerable.Range(0, row.Length).Where(k => row[k] > 0).ToArray();
            return given.Sum(k => row[k] * (given.Sum(l => weights[k][l] * row[l]) - 1)) / (count * (count - 1));
        });
    }

    private static double[][] Identity(int q) => Weights([.. Enumerable.Range(0, q).Select(k => (double)k)], AgreementWeights.Identity);

    private static double[][] Weights(double[] categories, AgreementWeights kind)
    {
        var range = categories.Length == 0 ? 1 : Math.Max(categories[^1] - categories[0], double.Epsilon);
        return [.. categories.Select(x => categories.Select(y => kind switch
        {
            AgreementWeights.Identity => x == y ? 1.0 : 0,
            AgreementWeights.Linear => 1 - Math.Abs(x - y) / range,
            AgreementWeights.Quadratic => 1 - (x - y) * (x - y) / (range * range),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        }).ToArray())];
    }
}
