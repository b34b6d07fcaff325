using Connections.Domain.Calls;

namespace Connections.Web.Features.Grants.Public.ReadResults;

/// <summary>The places around the line as a drawing of one width; there is a wide one and a narrow one, so that text never shrinks.</summary>
public sealed record LineDrawing(string Class, IReadOnlyList<PlaceInLine> Places, ScoreScale Marks, int Width, string Name, string Description)
{
    public const int RowHeight = 22;

    public const int Top = 26;

    private const int Margin = 40;

    public int Bottom => Top + (Places.Count * RowHeight);

    public Scale Scale => new(Marks.Min, Marks.Max, Margin, Width - 12);

    public static double Y(int row) => Top + (row * RowHeight) + (RowHeight / 2.0);

    /// <summary>Where the chosen end, when all of them stand before all others.</summary>
    public int? LineAfter
    {
        get
        {
            var chosen = Places.TakeWhile(p => p.IsChosen).Count();
            return chosen > 0 && chosen < Places.Count && Places.Skip(chosen).All(p => !p.IsChosen) ? chosen : null;
        }
    }
}
