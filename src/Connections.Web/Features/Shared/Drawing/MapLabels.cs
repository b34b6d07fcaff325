namespace Connections.Web.Features.Shared.Drawing;

/// <summary>Names the largest places for which there is room.</summary>
/// <remarks>Places are tried by weight, then by name; a name stands on the side that points away from home, or on the
/// other one, and is left out where it would lie over another name, any dot, the home place, a ring's distance or the edge. There has to be
/// room for the larger letters that a phone shows.</remarks>
public static class MapLabels
{
    private const double LetterWidth = 14.6;
    private const double LineHeight = 31;
    private const double RingWords = 116;

    public static IReadOnlyList<MapLabel> Place(IEnumerable<(MapPlace Place, MapDot Dot)> places, Point home, IReadOnlyList<MapRing> rings, double width, double height, int most)
    {
        var ordered = places.OrderByDescending(p => p.Place.Weight).ThenBy(p => p.Place.Name, StringComparer.Ordinal).ToList();
        var taken = new List<Box> { new(home.X - 16, home.Y - 16, 32, 32) };
        taken.AddRange(ordered.Select(p => new Box(p.Dot.At.X - p.Dot.Radius, p.Dot.At.Y - p.Dot.Radius, 2 * p.Dot.Radius, 2 * p.Dot.Radius)));
        taken.AddRange(rings.Select(ring => new Box(home.X - (RingWords / 2), home.Y + ring.Radius - LineHeight, RingWords, LineHeight)));
        var labels = new List<MapLabel>();
        foreach (var (place, dot) in ordered)
        {
            if (labels.Count == most)
            {
                break;
            }

            string[] sides = dot.At.X < home.X ? ["end", "start"] : ["start", "end"];
            foreach (var side in sides)
            {
                var (label, box) = Try(place.Name, dot, side);
                if (box.IsInside(width, height) && !taken.Exists(box.Meets))
                {
                    labels.Add(label);
                    taken.Add(box);
                    break;
                }
            }
        }

        return labels;
    }

    private static (MapLabel Label, Box Box) Try(string name, MapDot dot, string side)
    {
        var gap = dot.Radius + 5;
        var length = name.Length * LetterWidth;
        var x = side == "start" ? dot.At.X + gap : dot.At.X - gap;
        return (new MapLabel(new Point(x, dot.At.Y + 6), side, name), new Box(side == "start" ? x : x - length, dot.At.Y - (LineHeight / 2), length, LineHeight));
    }

    private readonly record struct Box(double X, double Y, double Width, double Height)
    {
        public bool Meets(Box other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;

        public bool IsInside(double width, double height) => X >= 0 && Y >= 0 && X + Width <= width && Y + Height <= height;
    }
}
