namespace Connections.Web.Features.Shared.Drawing;

/// <summary>The world seen from one place: the distance from the centre is the true distance, and a straight line from it is the shortest way.</summary>
public sealed class AzimuthalEquidistant(double homeLatitude, double homeLongitude) : IMapProjection
{
    public Point Project(double latitude, double longitude)
    {
        var (phi, home, turn) = (Radians(latitude), Radians(homeLatitude), Radians(longitude - homeLongitude));
        var cosine = (Math.Sin(home) * Math.Sin(phi)) + (Math.Cos(home) * Math.Cos(phi) * Math.Cos(turn));
        var distance = Math.Acos(Math.Clamp(cosine, -1, 1));
        if (distance < 1e-9)
        {
            return new Point(0, 0);
        }

        var stretch = distance / Math.Sin(distance);
        return new Point(
            stretch * Math.Cos(phi) * Math.Sin(turn),
            -stretch * ((Math.Cos(home) * Math.Sin(phi)) - (Math.Sin(home) * Math.Cos(phi) * Math.Cos(turn))));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
