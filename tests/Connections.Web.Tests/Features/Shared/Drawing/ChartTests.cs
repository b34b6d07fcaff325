using System.Globalization;
using Connections.Web.Features.Shared.Drawing;

namespace Connections.Web.Tests.Features.Shared.Drawing;

public sealed class ChartTests
{
    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.5, "50%")]
    [InlineData(1.0 / 3, "33.33%")]
    [InlineData(2, "100%")]
    [InlineData(-1, "0%")]
    public void A_value_finds_its_place_and_never_leaves_the_chart(double value, string place) =>
        Assert.Equal(place, new PlotScale(0, 1).At(value));

    [Fact]
    public void Numbers_in_drawings_do_not_change_with_the_language()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pl");

        Assert.Equal("1234.6", SvgText.Number(1234.56));
        Assert.Equal("0", SvgText.Number(-0.04));
        Assert.Equal("12.35%", SvgText.Percent(12.345678));
    }

    [Theory]
    [InlineData(1, 3, "33.3", "0")]
    [InlineData(5, 5, "100", "0")]
    [InlineData(6, 5, "100", "20")]
    [InlineData(60, 5, "100", "60")]
    public void Waiting_is_shown_against_the_promise(int waited, int promised, string inTime, string late)
    {
        var bar = new WaitBar(TimeSpan.FromDays(waited), TimeSpan.FromDays(promised));

        Assert.Equal((inTime, late), (bar.InTime, bar.Late));
        Assert.Equal(waited > promised, bar.IsLate);
    }

    [Fact]
    public void The_pool_takes_the_width_of_its_applications()
    {
        var states = new[] { RankState.Fund, RankState.Draw, RankState.Draw, RankState.Decline };
        var overview = new RankOverview("o", "t", "d", "s", 2, [.. states.Select((state, i) => new RankMark(i + 1, i + 1, i + 1, i + 1, i + 1, state))]);

        Assert.Equal(("25%", "50%"), overview.Pool);
        Assert.Equal("50%", overview.LineAcross);
        Assert.Equal(["0", "230"], new[] { overview.Down(1), overview.Down(4) });
    }

    [Fact]
    public void An_outline_keeps_its_corners_and_drops_what_lies_on_a_line()
    {
        Point[] square = [new(0, 0), new(5, 0.1), new(10, 0), new(10, 5), new(10, 10), new(0, 10)];

        var simple = Outline.Simplify(square, tolerance: 0.5);

        Assert.Equal([new(0, 0), new(10, 0), new(10, 10), new(0, 10)], simple);
        Assert.Equal(100, Outline.Area(simple));
    }
}
