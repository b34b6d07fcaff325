namespace Connections.Web.Features.Shared.Drawing;

/// <summary>The size of a map and the land on it; worked out once.</summary>
public sealed class MapFrame
{
    private const double Margin = 10;

    // In squares of the earth's radius: about the size of Sri Lanka.
    private const double LeastLand = 0.0015;

    private readonly IMapProjection projection;
    private readonly Point shift;

    private MapFrame(IMapProjection projection, double width, double height, double scale, Point shift)
    {
        this.projection = projection;
        this.shift = shift;
        (Width, Height, Scale) = (width, height, scale);
        Land = Drawing.Land.Path(Project, point => point.X > 0 && point.X < width && point.Y > 0 && point.Y < height);
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Units of the drawing for one radius of the earth.</summary>
    public double Scale { get; }

    public string Land { get; }

    public static MapFrame Round(IMapProjection projection, double size, double scale) =>
        new(projection, size, size, scale, new Point(size / 2, size / 2));

    /// <summary>As wide as asked for, and as high as the land needs. Small islands far out in the Pacific would make
    /// everything else small, so the frame goes round what is larger; a place out there stands at the edge.</summary>
    public static MapFrame Wide(IMapProjection projection, double width)
    {
        Point[] land = [.. Drawing.Land.Rings
            .Select(ring => ring.Select(point => projection.Project(point.Latitude, point.Longitude)).ToArray())
            .Where(ring => Outline.Area(ring) > LeastLand)
            .SelectMany(ring => ring)];
        var (left, right, top, bottom) = (land.Min(p => p.X), land.Max(p => p.X), land.Min(p => p.Y), land.Max(p => p.Y));
        var scale = (width - (2 * Margin)) / (right - left);

        return new MapFrame(projection, width, Math.Ceiling((scale * (bottom - top)) + (2 * Margin)), scale, new Point(Margin - (scale * left), Margin - (scale * top)));
    }

    public Point Place(double latitude, double longitude)
    {
        var point = Project(latitude, longitude);
        return new Point(Math.Clamp(point.X, Margin, Width - Margin), Math.Clamp(point.Y, Margin, Height - Margin));
    }

    private Point Project(double latitude, double longitude)
    {
        var point = projection.Project(latitude, longitude);
        return new Point(shift.X + (Scale * point.X), shift.Y + (Scale * point.Y));
    }
}
