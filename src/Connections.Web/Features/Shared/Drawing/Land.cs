using System.Text;
using System.Text.Json;

namespace Connections.Web.Features.Shared.Drawing;

/// <summary>Outlines of the land, from Natural Earth (public domain).</summary>
public static class Land
{
    private static readonly Lazy<IReadOnlyList<(double Latitude, double Longitude)[]>> Read = new(ReadRings);

    public static IReadOnlyList<(double Latitude, double Longitude)[]> Rings => Read.Value;

    /// <summary>The land as one path, with as many points as can be told apart at this size.</summary>
    /// <param name="isInside">Whether a point is on the drawing; an island with none is left out.</param>
    public static string Path(Func<double, double, Point> place, Func<Point, bool> isInside)
    {
        var path = new StringBuilder();
        foreach (var ring in Rings)
        {
            var points = Outline.Simplify([.. ring.Select(point => place(point.Latitude, point.Longitude))], tolerance: 0.8);
            if (Outline.Area(points) < 5 || !points.Any(isInside))
            {
                continue;
            }

            SvgPath.Append(path, points);
        }

        return path.ToString();
    }

    private static List<(double Latitude, double Longitude)[]> ReadRings()
    {
        using var stream = typeof(Land).Assembly.GetManifestResourceStream("Drawing/land.json")!;
        var rings = new List<(double Latitude, double Longitude)[]>();
        foreach (var steps in JsonSerializer.Deserialize<int[][]>(stream)!)
        {
            var (x, y) = (0, 0);
            rings.Add([.. steps.Chunk(2).Select(step =>
            {
                (x, y) = (x + step[0], y + step[1]);
                return (y / 10.0, x / 10.0);
            })]);
        }

        return rings;
    }
}
