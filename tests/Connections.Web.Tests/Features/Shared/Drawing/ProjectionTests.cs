using Connections.Web.Features.Shared.Drawing;

namespace Connections.Web.Tests.Features.Shared.Drawing;

public sealed class ProjectionTests
{
    private const double EarthRadius = 6371.0088;

    [Fact]
    public void The_round_map_keeps_true_distances_from_home()
    {
        var fromEdinburgh = new AzimuthalEquidistant(55.9533, -3.1883);

        Assert.Equal(new Point(0, 0), fromEdinburgh.Project(55.9533, -3.1883));
        Assert.Equal(18_800, fromEdinburgh.Project(-45.87, 170.5).DistanceTo(default) * EarthRadius, tolerance: 30);
        Assert.Equal(Math.PI / 2, new AzimuthalEquidistant(0, 0).Project(0, 90).X, precision: 9);
    }

    [Fact]
    public void On_the_round_map_north_is_up_and_east_is_right()
    {
        var map = new AzimuthalEquidistant(51.45, -2.6);

        Assert.True(map.Project(60, -2.6).Y < 0);
        Assert.True(map.Project(51.45, 10).X > 0);
    }

    [Fact]
    public void The_wide_map_has_the_published_proportions()
    {
        var map = new EqualEarth(middleLongitude: 0);

        var (edge, pole) = (map.Project(0, 180), map.Project(90, 0));

        Assert.Equal(2.70663, edge.X, precision: 5);
        Assert.Equal(-1.3174, pole.Y, precision: 4);
    }

    [Fact]
    public void The_wide_map_gives_equal_areas_to_equal_parts_of_the_earth()
    {
        var map = new EqualEarth();

        // Two fields of one degree, at the equator and at 60°; the second is half as large on the globe.
        var (low, high) = (Field(map, 0), Field(map, 60));

        Assert.Equal(Math.Cos(60.5 * Math.PI / 180) / Math.Cos(0.5 * Math.PI / 180), high / low, precision: 3);
    }

    [Fact]
    public void No_coast_runs_across_the_wide_map()
    {
        var map = new EqualEarth();
        var steps = Land.Rings.SelectMany(ring => ring.Zip(ring.Skip(1).Append(ring[0])))
            .Select(step => Math.Abs(map.Project(step.First.Latitude, step.First.Longitude).X - map.Project(step.Second.Latitude, step.Second.Longitude).X));

        Assert.True(steps.Max() < 0.5);
    }

    private static double Field(EqualEarth map, double latitude) =>
        Outline.Area([map.Project(latitude, 20), map.Project(latitude, 21), map.Project(latitude + 1, 21), map.Project(latitude + 1, 20)]);
}
