using System.Text.Json;
using Connections.Reviewing.Numerics;
using Connections.Reviewing.Reliability;

namespace Connections.Reviewing.Tests.Reliability;

public sealed class AgreementTests
{
    private const double Tolerance = 1e-4;
    private static readonly JsonElement Reference = ReferenceFile.Json("reliability_expected.json");

    [Theory]
    [InlineData(Metric.Nominal, "nominal")]
    [InlineData(Metric.Ordinal, "ordinal")]
    [InlineData(Metric.Interval, "interval")]
    [InlineData(Metric.Ratio, "ratio")]
    public void Alpha_of_data_set_C_is_the_published_one(Metric metric, string name) =>
        Assert.Equal(Expected("krippendorff_C", "alpha").GetProperty(name).GetDouble(), KrippendorffAlpha.Of(DataSetC(), metric)!.Value, Tolerance);

    [Fact]
    public void Gwets_coefficients_of_data_set_C_are_the_published_ones()
    {
        var expected = Expected("krippendorff_C", "gwet");

        Assert.Equal(expected.GetProperty("AC1").GetDouble(), GwetAgreement.Coefficient(DataSetC(), AgreementWeights.Identity)!.Value, Tolerance);
        Assert.Equal(expected.GetProperty("AC2_quadratic").GetDouble(), GwetAgreement.Coefficient(DataSetC(), AgreementWeights.Quadratic)!.Value, Tolerance);
        Assert.Equal(expected.GetProperty("AC2_linear").GetDouble(), GwetAgreement.Coefficient(DataSetC(), AgreementWeights.Linear)!.Value, Tolerance);
        Assert.Equal(Expected("krippendorff_C", "percent_agreement").GetDouble(), GwetAgreement.Percent(DataSetC())!.Value, Tolerance);
    }

    [Fact]
    public void Intraclass_correlations_are_those_of_Shrout_and_Fleiss()
    {
        var expected = Reference.GetProperty("shrout_fleiss");
        var icc = IntraclassCorrelation.Of(Table(expected.GetProperty("targets_x_judges"), unitsAreRows: true))!;

        Assert.Equal(expected.GetProperty("ICC1").GetDouble(), icc.Icc1.Value, Tolerance);
        Assert.Equal(expected.GetProperty("ICC2").GetDouble(), icc.Icc2.Value, Tolerance);
        Assert.Equal(expected.GetProperty("ICC3").GetDouble(), icc.Icc3.Value, Tolerance);
        Assert.Equal(expected.GetProperty("ICC1k").GetDouble(), icc.Icc1K.Value, Tolerance);
        Assert.Equal(expected.GetProperty("ICC2k").GetDouble(), icc.Icc2K.Value, Tolerance);
        Assert.Equal(expected.GetProperty("ICC3k").GetDouble(), icc.Icc3K.Value, Tolerance);
        AssertInterval(expected.GetProperty("ICC2_ci95"), icc.Icc2);
        AssertInterval(expected.GetProperty("ICC3_ci95"), icc.Icc3);
    }

    [Theory]
    [InlineData(1, 1, 647.7890114778446)]
    [InlineData(30, 1, 1001.4144080879438)]
    [InlineData(1, 0.5, 433272.146411167)]
    [InlineData(2.5, 0.3, 7915064642.582614)]
    [InlineData(500, 14500, 1.130246419868191)]
    [InlineData(3, 1e6, 3.1161475418641107)]
    public void Quantiles_of_F_are_found_however_large(double above, double below, double expected) =>
        Assert.Equal(1, FisherDistribution.Exceeded(above, below, 0.025) / expected, 1e-9);

    [Fact]
    public void Two_units_have_intervals_too()
    {
        var few = IntraclassCorrelation.Of(new RatingTable([new("u0", "r0", 2), new("u0", "r1", 3), new("u1", "r0", 5), new("u1", "r1", 1)]))!;
        var many = IntraclassCorrelation.Of(new RatingTable([.. from j in Enumerable.Range(0, 17) from i in Enumerable.Range(0, 2) select new Rating($"u{i}", $"r{j:00}", i == 0 ? j < 8 ? 1 : 2 : j == 16 ? 3 : 1 + j % 2)]))!;

        Assert.Equal(-0.99694939, few.Icc1.Low, 1e-7);
        Assert.Equal(0.92568250, few.Icc3.High, 1e-7);
        Assert.Equal(-0.06140967, many.Icc1.Low, 1e-7);
        Assert.Equal(0.62294454, many.Icc2.High, 1e-7);
    }

    [Fact]
    public void Thousands_of_different_values_by_chance_have_coefficients_near_zero()
    {
        var random = new SeededRandom(3);
        var ratings = (from u in Enumerable.Range(0, 500) from r in Enumerable.Range(0, 12) select new Rating($"u{u:000}", $"r{r:00}", random.NextNormal())).ToArray();
        var table = new RatingTable(ratings);

        foreach (var weights in Enum.GetValues<AgreementWeights>())
        {
            Assert.Equal(0, GwetAgreement.Coefficient(table, weights)!.Value, 0.05);
        }
    }

    [Fact]
    public void The_bootstrap_interval_holds_alpha_and_repeats_itself()
    {
        var alpha = KrippendorffAlpha.Of(DataSetC(), Metric.Ordinal)!.Value;
        var interval = KrippendorffAlpha.Interval95(DataSetC(), Metric.Ordinal, 1000, seed: 1)!.Value;

        Assert.InRange(alpha, interval.Low, interval.High);
        Assert.True(interval.High - interval.Low > 0.1);
        Assert.Equal(interval, KrippendorffAlpha.Interval95(DataSetC(), Metric.Ordinal, 1000, seed: 1));
    }

    [Fact]
    public void A_table_with_gaps_or_one_rater_has_no_intraclass_correlation()
    {
        Assert.Null(IntraclassCorrelation.Of(DataSetC()));
        Assert.Null(IntraclassCorrelation.Of(new RatingTable([new("A", "r", 1), new("B", "r", 2)])));
    }

    [Fact]
    public void Perfect_agreement_is_one_and_equal_ratings_have_no_alpha()
    {
        var perfect = new RatingTable([new("A", "r", 1), new("A", "s", 1), new("B", "r", 3), new("B", "s", 3)]);
        var equal = new RatingTable([new("A", "r", 2), new("A", "s", 2)]);

        Assert.Equal(1, KrippendorffAlpha.Of(perfect, Metric.Interval));
        Assert.Equal(1, IntraclassCorrelation.Of(perfect)!.Icc2.Value);
        Assert.Null(KrippendorffAlpha.Of(equal, Metric.Interval));
        Assert.Equal(1, GwetAgreement.Coefficient(equal, AgreementWeights.Identity));
    }

    [Fact]
    public void Raters_who_answer_by_chance_have_an_alpha_near_zero()
    {
        var random = new SeededRandom(3);
        var table = new RatingTable([.. from u in Enumerable.Range(0, 2000) from r in new[] { "r", "s" } select new Rating($"u{u}", r, random.NextIndex(5))]);

        Assert.Equal(0, KrippendorffAlpha.Of(table, Metric.Interval)!.Value, 0.06);
    }

    [Fact]
    public void A_rater_who_grows_strict_while_reading_is_seen()
    {
        var random = new SeededRandom(9);
        var positions = new Dictionary<(string, string), int>();
        var ratings = new List<Rating>();
        for (var u = 0; u < 40; u++)
        {
            foreach (var rater in new[] { "steady", "calm", "tired" })
            {
                positions[($"u{u:00}", rater)] = u;
                ratings.Add(new Rating($"u{u:00}", rater, 3 + random.NextNormal() * 0.3 - (rater == "tired" ? 0.05 * u : 0)));
            }
        }

        var drift = ReadingDrift.Of(ReadingDrift.Residuals(ratings, positions)).ToDictionary(d => d.Rater);

        Assert.True(drift["tired"].High < 0);
        Assert.True(drift["steady"].Low > 0, "the unit means fall with the tired rater, so the others seem to rise");
        Assert.Equal(0.05 * 2 / 3, -drift["tired"].Slope, 0.01);
    }

    [Fact]
    public void Alpha_of_a_fine_scale_is_that_of_all_pairs_of_ratings()
    {
        var random = new SeededRandom(4);
        double[][] units = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 3).Select(_ => random.NextUniform() * 100).ToArray())];
        var table = new RatingTable([.. from u in Enumerable.Range(0, 40) from r in Enumerable.Range(0, 3) select new Rating($"u{u}", $"r{r}", units[u][r])]);
        double[] all = [.. units.SelectMany(u => u)];
        static double Mean(double[] values) => (from i in Enumerable.Range(0, values.Length) from j in Enumerable.Range(0, values.Length) where i != j select Math.Pow(values[i] - values[j], 2)).Average();

        Assert.Equal(1 - (units.Average(Mean) / Mean(all)), KrippendorffAlpha.Of(table, Metric.Interval)!.Value, 1e-9);
    }

    private static RatingTable DataSetC() => Table(Expected("krippendorff_C", "observers_x_units"), unitsAreRows: false);

    private static JsonElement Expected(string set, string name) => Reference.GetProperty(set).GetProperty(name);

    private static RatingTable Table(JsonElement rows, bool unitsAreRows) => new([..
        from row in rows.EnumerateArray().Select((cells, i) => (cells, i))
        from cell in row.cells.EnumerateArray().Select((value, j) => (value, j))
        where cell.value.ValueKind == JsonValueKind.Number
        let unit = unitsAreRows ? row.i : cell.j
        let rater = unitsAreRows ? cell.j : row.i
        select new Rating($"u{unit:00}", $"r{rater:00}", cell.value.GetDouble())]);

    private static void AssertInterval(JsonElement expected, Estimate actual)
    {
        Assert.Equal(expected[0].GetDouble(), actual.Low, Tolerance);
        Assert.Equal(expected[1].GetDouble(), actual.High, Tolerance);
    }
}
