namespace Connections.Web.Features.Shared.Drawing;

/// <summary>A place on a drawing, in its units.</summary>
public readonly record struct Point(double X, double Y)
{
    public double DistanceTo(Point other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));
}
