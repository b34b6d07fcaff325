using Connections.Web.Sites;
using Connections.Web.Theming;

namespace Connections.Web.Features.Shared.Drawing;

/// <summary>Draws places of the world around the site's home, in the shape of the theme: round or wide.</summary>
public sealed class WorldMap
{
    private const double EarthRadius = 6371.0088;

    // The round map ends a little before the other side of the world, where every place would be a ring.
    private const double RoundEdge = 176 * Math.PI / 180;
    private const int MostLabels = 8;
    private const double AtHome = 2;

    private readonly MapFrame large;
    private readonly MapFrame small;
    private readonly Site site;
    private readonly bool isRound;

    public WorldMap(Site site, Theme theme)
    {
        this.site = site;
        isRound = theme.Map is MapShape.Round;
        IMapProjection projection = isRound ? new AzimuthalEquidistant(site.Home.Lat, site.Home.Lon) : new EqualEarth();
        large = isRound ? MapFrame.Round(projection, 640, 306 / RoundEdge) : MapFrame.Wide(projection, 760);
        small = isRound ? MapFrame.Round(projection, 300, 146 / RoundEdge) : MapFrame.Wide(projection, 320);
    }

    /// <summary>The big map: every place with its line home, the largest with their names.</summary>
    public MapDrawing Draw(IReadOnlyList<MapPlace> places)
    {
        var home = large.Place(site.Home.Lat, site.Home.Lon);
        // What is at home is under the mark of home, and its weight would make every other dot small.
        MapPlace[] away = [.. places.Where(place => large.Place(place.Latitude, place.Longitude).DistanceTo(home) > AtHome)];
        var most = Math.Max(1, away.Select(place => place.Weight).DefaultIfEmpty(1).Max());
        (MapPlace Place, MapDot Dot)[] dots = [.. away.Select(place =>
            (place, new MapDot(large.Place(place.Latitude, place.Longitude), 3.4 + (4.2 * Math.Sqrt((double)place.Weight / most)))))];

        MapRing[] rings = isRound ? [.. new[] { 5000, 10000, 15000 }.Select(km => new MapRing(large.Scale * km / EarthRadius, km))] : [];
        return new MapDrawing(
            isRound ? "map map--round" : "map map--wide",
            large.Width,
            large.Height,
            isRound ? 306 : null,
            large.Land,
            rings,
            LinesHome(dots.Select(dot => dot.Dot.At), home),
            [.. dots.Select(dot => dot.Dot)],
            home,
            MapLabels.Place(dots, home, rings, large.Width, large.Height, MostLabels));
    }

    /// <summary>The small map of one listing: where it is, and the way home.</summary>
    public MapDrawing DrawSmall(IReadOnlyList<MapPlace> places)
    {
        var home = small.Place(site.Home.Lat, site.Home.Lon);
        MapDot[] dots = [.. places.Select(place => new MapDot(small.Place(place.Latitude, place.Longitude), 7))];

        return new MapDrawing("map map--mini", small.Width, small.Height, isRound ? 146 : null, small.Land, [], LinesHome(dots.Select(dot => dot.At), home), dots, home, []);
    }

    /// <summary>How far a place is from home, along the shortest way.</summary>
    public int KilometresFromHome(double latitude, double longitude) =>
        (int)Math.Round(new AzimuthalEquidistant(site.Home.Lat, site.Home.Lon).Project(latitude, longitude).DistanceTo(default) * EarthRadius);

    private string[] LinesHome(IEnumerable<Point> places, Point home) =>
        isRound
            ? [string.Concat(places.Select(place => $"M{SvgText.Pair(home)}L{SvgText.Pair(place)}"))]
            : [.. places.Select(place => $"M{SvgText.Pair(place)}Q{SvgText.Pair(Bow(place, home))} {SvgText.Pair(home)}")];

    private static Point Bow(Point place, Point home) =>
        new((place.X + home.X) / 2, ((place.Y + home.Y) / 2) - (0.22 * place.DistanceTo(home)));
}
