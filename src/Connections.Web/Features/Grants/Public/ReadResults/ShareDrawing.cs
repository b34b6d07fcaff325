namespace Connections.Web.Features.Grants.Public.ReadResults;

/// <summary>Shares of awards with their ranges, as a drawing of one width.</summary>
/// <param name="LabelWidth">Room for names beside the bars; 0 puts them above.</param>
public sealed record ShareDrawing(string Class, IReadOnlyList<RegionShare> Groups, IReadOnlyList<string> Names, double All, int Width, int LabelWidth, string Name, string Description)
{
    public const int Top = 28;

    private const double Step = 0.2;

    public bool NamesAbove => LabelWidth == 0;

    public int RowHeight => NamesAbove ? 54 : 38;

    public int Bottom => Top + (Groups.Count * RowHeight) + 12;

    /// <summary>The axis ends at a round share, just beyond the longest bar.</summary>
    public double Most => Math.Min(1, Math.Ceiling(Groups.Max(g => g.High) / Step) * Step);

    public Scale Scale => new(0, Most, NamesAbove ? 8 : LabelWidth + 14, Width - 14);

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round(Most / Step) + 1).Select(i => i * Step);

    public double Y(int row) => Top + (row * RowHeight) + (NamesAbove ? 40 : 24);
}
