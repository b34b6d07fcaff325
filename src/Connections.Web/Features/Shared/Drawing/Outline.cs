namespace Connections.Web.Features.Shared.Drawing;

/// <summary>Closed lines with no more points than the eye needs.</summary>
public static class Outline
{
    /// <summary>Drops points that lie within the tolerance of the line between those that stay (Douglas and Peucker).</summary>
    public static IReadOnlyList<Point> Simplify(IReadOnlyList<Point> points, double tolerance)
    {
        if (points.Count < 4)
        {
            return points;
        }

        var keep = new bool[points.Count];
        // A ring has no ends, so it is cut at its first point and the one farthest from it.
        var far = Enumerable.Range(1, points.Count - 1).MaxBy(i => points[0].DistanceTo(points[i]));
        keep[0] = keep[far] = true;
        Mark(points, 0, far, tolerance, keep);
        Mark(points, far, points.Count, tolerance, keep);

        return [.. points.Where((_, i) => keep[i])];
    }

    public static double Area(IReadOnlyList<Point> points)
    {
        var sum = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var next = points[(i + 1) % points.Count];
            sum += (points[i].X * next.Y) - (next.X * points[i].Y);
        }

        return Math.Abs(sum) / 2;
    }

    private static void Mark(IReadOnlyList<Point> points, int from, int to, double tolerance, bool[] keep)
    {
        var (start, end) = (points[from], points[to % points.Count]);
        var (worst, at) = (tolerance, -1);
        for (var i = from + 1; i < to; i++)
        {
            var distance = Distance(points[i], start, end);
            if (distance > worst)
            {
                (worst, at) = (distance, i);
            }
        }

        if (at >= 0)
        {
            keep[at] = true;
            Mark(points, from, at, tolerance, keep);
            Mark(points, at, to, tolerance, keep);
        }
    }

    private static double Distance(Point point, Point start, Point end)
    {
        var (dx, dy) = (end.X - start.X, end.Y - start.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((point.X - start.X) * dx) + ((point.Y - start.Y) * dy)) / length, 0, 1);
        return point.DistanceTo(new Point(start.X + (along * dx), start.Y + (along * dy)));
    }
}
