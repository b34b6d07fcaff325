using Connections.Reviewing.Equity;
using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Tests.Equity;

public sealed class EquityTests
{
    [Fact]
    public void Wilson_intervals_are_the_published_ones()
    {
        foreach (var given in ReferenceFile.Json("equity_expected.json").GetProperty("wilson").EnumerateObject())
        {
            var parts = given.Name.Split('/').Select(int.Parse).ToArray();

            var interval = Proportions.Wilson(new Share(parts[0], parts[1]));

            Assert.Equal(given.Value[0].GetDouble(), interval.Low, 1e-4);
            Assert.Equal(given.Value[1].GetDouble(), interval.High, 1e-4);
        }
    }

    [Fact]
    public void Counts_are_rounded_to_five_as_published()
    {
        foreach (var given in ReferenceFile.Json("equity_expected.json").GetProperty("hesa_round5").EnumerateObject())
        {
            Assert.Equal(given.Value.GetInt32(), Disclosure.Round(double.Parse(given.Name, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Differences_are_those_of_Newcombes_table(int a, int n, int b, int m, double low, double high)
    {
        var interval = Proportions.Newcombe(new Share(a, n), new Share(b, m));

        Assert.Equal(low, interval.Low, 1e-4);
        Assert.Equal(high, interval.High, 1e-4);
    }

    [Theory]
    [InlineData(3, 4, 1, 4, 0.485714)]
    [InlineData(10, 10, 0, 10, 0.000011)]
    [InlineData(2, 20, 9, 45, 0.479822)]
    public void Fishers_p_is_exact(int a, int n, int b, int m, double p) =>
        Assert.Equal(p, Proportions.Fisher(new Share(a, n), new Share(b, m)), 1e-4);

    [Fact]
    public void Funnel_limits_leave_out_no_more_than_their_tails()
    {
        var (low, high) = Proportions.Funnel(20, 11.0 / 65, 0.95);

        Assert.Equal((1, 7), (low, high));
        Assert.Equal((0, 0), Proportions.Funnel(10, 0, 0.95));
        Assert.Equal((10, 10), Proportions.Funnel(10, 1, 0.95));
    }

    [Fact]
    public void The_four_fifths_ratios_of_the_EEOC_come_with_intervals()
    {
        var ratio = Proportions.Ratio(new Share(48, 80), new Share(64, 80))!.Value;

        Assert.Equal(0.75, ratio.Value, 1e-9);
        Assert.True(ratio.Low < 0.75 && ratio.High > 0.75);
    }

    [Fact]
    public void A_fair_process_with_eleven_awards_trips_the_four_fifths_rule_most_of_the_time()
    {
        var random = new SeededRandom(1);
        var trips = 0;
        for (var run = 0; run < 4000; run++)
        {
            var awarded = Enumerable.Range(0, 65).OrderBy(_ => random.NextUniform()).Take(11).Count(i => i < 20);
            var (small, large) = (awarded / 20.0, (11 - awarded) / 45.0);
            trips += Math.Min(small, large) < 0.8 * Math.Max(small, large) ? 1 : 0;
        }

        Assert.Equal(0.72, trips / 4000.0, 0.03);
    }

    [Fact]
    public void One_suppressed_cell_takes_the_next_smallest_with_it()
    {
        Assert.Equal([true, false, true], Disclosure.Suppressed([10, 60, 30], Disclosure.LeastForRate));
        Assert.Equal([true, false, true], Disclosure.Suppressed([11, 60, 12], Disclosure.LeastForRate));
        Assert.Equal([false, false], Disclosure.Suppressed([23, 60], Disclosure.LeastForRate));
    }

    [Fact]
    public void Suppressed_cells_that_are_few_people_together_take_a_larger_one_with_them()
    {
        // The total less the published groups would say how the other eight people fared: if none was awarded, each of them.
        Assert.Equal([true, true, true, false], Disclosure.Suppressed([3, 60, 5, 90], Disclosure.LeastForRate));
    }

    [Fact]
    public void Residuals_are_averaged_by_both_groups()
    {
        var cells = ResidualTable.Of([new("x", "north", 0.5), new("x", "north", 0.3), new("x", "south", -0.1)]);

        Assert.Equal(("north", 0.4, 2), (cells[0].ApplicantGroup, Math.Round(cells[0].Mean, 9), cells[0].Scores));
        Assert.Null(cells[1].Low);
    }
}
