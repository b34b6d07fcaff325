namespace Connections.Web.Features.Shared.Drawing;

/// <summary>Turns a value into its place along a chart, in per cent, so that charts stretch and text does not.</summary>
public sealed record PlotScale(double Low, double High)
{
    public string At(double value) => SvgText.Percent(Share(value));

    public string Width(double from, double to) => SvgText.Percent(Math.Max(0, Share(to) - Share(from)));

    private double Share(double value) => 100 * (Math.Clamp(value, Low, High) - Low) / (High - Low);
}
