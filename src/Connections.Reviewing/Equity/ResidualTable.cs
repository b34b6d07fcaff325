using MathNet.Numerics.Distributions;

namespace Connections.Reviewing.Equity;

/// <summary>What is left of one score once application and leniency are taken out (y − ȳ − θ̂ − ν̂), with the groups of both sides.</summary>
public readonly record struct GroupedResidual(string ReviewerGroup, string ApplicantGroup, double Residual);

/// <summary>The mean residual of one group of reviewers on one group of applicants, with a 95 % interval.</summary>
public sealed record ResidualCell(string ReviewerGroup, string ApplicantGroup, int Scores, double Mean, double? Low, double? High);

/// <summary>Whether a group of reviewers scores a group of applicants higher or lower than the rest of the data lets expect.</summary>
/// <remarks>Points of the call's scale; Student's interval, empty for a single score. Zero means even treatment, above zero favour.</remarks>
public static class ResidualTable
{
    public static IReadOnlyList<ResidualCell> Of(IEnumerable<GroupedResidual> residuals) =>
        [.. residuals.GroupBy(r => (r.ReviewerGroup, r.ApplicantGroup))
            .OrderBy(g => g.Key.ReviewerGroup, StringComparer.Ordinal)
            .ThenBy(g => g.Key.ApplicantGroup, StringComparer.Ordinal)
            .Select(g => Cell(g.Key.ReviewerGroup, g.Key.ApplicantGroup, [.. g.Select(r => r.Residual).Order()]))];

    private static ResidualCell Cell(string reviewers, string applicants, double[] values)
    {
        var mean = values.Average();
        if (values.Length < 2)
        {
            return new ResidualCell(reviewers, applicants, values.Length, mean, null, null);
        }

        var sd = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        var reach = StudentT.InvCDF(0, 1, values.Length - 1, 0.975) * sd / Math.Sqrt(values.Length);
        return new ResidualCell(reviewers, applicants, values.Length, mean, mean - reach, mean + reach);
    }
}
