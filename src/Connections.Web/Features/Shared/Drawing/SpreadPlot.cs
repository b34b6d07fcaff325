namespace Connections.Web.Features.Shared.Drawing;

/// <summary>The scores of each application, joined by an upright line; drawn by _SpreadPlot.</summary>
/// <param name="Scale">Low and high end of the scale of scores.</param>
public sealed record SpreadPlot(string Id, string Title, string Description, string Says, PlotScale Scale, IReadOnlyList<SpreadColumn> Columns)
{
    public const double Height = 210;

    public string Across(int index) => SvgText.Percent(100.0 * (index + 0.5) / Columns.Count);

    /// <summary>Where a score lies from the top: the highest at 0.</summary>
    public double Down(double score) => Height * (1 - ((Math.Clamp(score, Scale.Low, Scale.High) - Scale.Low) / (Scale.High - Scale.Low)));
}

/// <param name="Label">Written above the column; only for the few that matter.</param>
public sealed record SpreadColumn(IReadOnlyList<double> Scores, string? Label = null, bool IsAttention = false);
