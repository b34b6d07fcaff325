namespace Connections.Web.Features.Shared.Drawing;

/// <summary>The whole world with every country in its true proportion of area (Šavrič, Patterson and Jenny, 2018).</summary>
/// <param name="middleLongitude">The meridian in the middle; 11.6° east cuts the world in the Bering Strait, through no island of it.</param>
public sealed class EqualEarth(double middleLongitude = 11.6) : IMapProjection
{
    private const double A1 = 1.340264;
    private const double A2 = -0.081106;
    private const double A3 = 0.000893;
    private const double A4 = 0.003796;

    public Point Project(double latitude, double longitude)
    {
        var turn = Math.IEEERemainder(longitude - middleLongitude, 360) * Math.PI / 180;
        var theta = Math.Asin(Math.Sqrt(3) / 2 * Math.Sin(latitude * Math.PI / 180));
        var square = theta * theta;
        var sixth = square * square * square;
        var slope = A1 + (3 * A2 * square) + (sixth * ((7 * A3) + (9 * A4 * square)));

        return new Point(
            2 * Math.Sqrt(3) * turn * Math.Cos(theta) / (3 * slope),
            -theta * (A1 + (A2 * square) + (sixth * (A3 + (A4 * square)))));
    }
}
