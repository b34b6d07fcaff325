using Connections.Web.Features.Shared.Drawing;
using Connections.Web.Sites;
using Connections.Web.Theming;

namespace Connections.Web.Tests.Features.Shared.Drawing;

public sealed class WorldMapTests
{
    [Theory]
    [InlineData(MapShape.Round)]
    [InlineData(MapShape.Wide)]
    public void A_map_with_sixty_places_stays_under_25_kilobytes(MapShape shape)
    {
        var places = Enumerable.Range(0, 60).Select(i => new MapPlace($"Place {i}", -50 + (2 * i), -170 + (5.5 * i), i + 1)).ToArray();

        var map = Of(shape).Draw(places);

        // What the partial writes around the numbers: at most 64 letters round a dot, 40 round a line and 110 round a name.
        var size = map.Land.Length + map.Lines.Sum(line => line.Length + 40) + (map.Dots.Count * 64) + (map.Labels.Count * 110) + 1500;
        Assert.Equal(60, map.Dots.Count);
        Assert.True(size < 25_000, $"{size} letters");
    }

    [Theory]
    [InlineData(MapShape.Round)]
    [InlineData(MapShape.Wide)]
    public void Every_place_is_inside_the_frame(MapShape shape)
    {
        MapPlace[] ends = [new("Honolulu", 21.3, -157.9, 1), new("Suva", -18.1, 178.4, 1), new("Tromsø", 69.6, 19, 1), new("Ushuaia", -54.8, -68.3, 1), new("Dunedin", -45.9, 170.5, 9)];

        var map = Of(shape).Draw(ends);

        Assert.All(map.Dots, dot => Assert.True(dot.At.X > 0 && dot.At.X < map.Width && dot.At.Y > 0 && dot.At.Y < map.Height));
    }

    [Fact]
    public void The_round_map_has_its_rings_and_straight_lines_from_home()
    {
        var map = Of(MapShape.Round).Draw([new("Toronto", 43.65, -79.38, 14)]);

        Assert.Equal([5000, 10000, 15000], map.Rings.Select(ring => ring.Kilometres));
        Assert.Equal(["M320 320L241.1 292.7"], map.Lines);
        Assert.Equal(new Point(320, 320), map.Home);
    }

    [Fact]
    public void The_wide_map_bows_its_lines_and_has_no_sea()
    {
        var map = Of(MapShape.Wide).Draw([new("Kingston", 18, -76.8, 3)]);

        Assert.Null(map.Sea);
        Assert.Contains("Q", Assert.Single(map.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_at_home_is_under_the_mark_of_home_and_makes_no_other_dot_small()
    {
        MapPlace accra = new("Accra", 5.6, -0.19, 3);

        var map = Of(MapShape.Wide).Draw([new("Leith", 55.97, -3.17, 160), accra]);

        Assert.Equal(Of(MapShape.Wide).Draw([accra]).Dots, map.Dots);
    }

    [Fact]
    public void The_same_places_are_drawn_the_same_way_again()
    {
        MapPlace[] places = [new("Perth", -31.95, 115.86, 8), new("Accra", 5.6, -0.19, 8)];

        Assert.Equal(Of(MapShape.Wide).Draw(places).Labels, Of(MapShape.Wide).Draw([.. places.Reverse()]).Labels);
    }

    [Fact]
    public void Names_never_lie_over_each_other()
    {
        var crowd = Enumerable.Range(0, 40).Select(i => new MapPlace($"Town {i}", 50 + (i * 0.2), 5 + (i * 0.3), i)).ToArray();

        var labels = Of(MapShape.Wide).Draw(crowd).Labels;

        Assert.NotEmpty(labels);
        Assert.All(labels, one => Assert.DoesNotContain(labels, other => other != one && other.Anchor == one.Anchor && Math.Abs(other.At.Y - one.At.Y) < 20 && Math.Abs(other.At.X - one.At.X) < 60));
    }

    [Fact]
    public void No_name_lies_over_the_distance_of_a_ring()
    {
        var map = Of(MapShape.Round).Draw([.. Enumerable.Range(0, 60).Select(i => new MapPlace($"Town {i}", 50 - (i * 1.5), -3.2 + (i % 5), i))]);

        Assert.NotEmpty(map.Labels);
        Assert.All(map.Labels, label => Assert.DoesNotContain(map.Rings, ring => Math.Abs(map.Home.Y + ring.Radius - 6 - label.At.Y) < 12 && Math.Abs(map.Home.X - label.At.X) < 40));
    }

    [Fact]
    public void Distance_from_home_is_the_shortest_way() =>
        Assert.InRange(Of(MapShape.Wide).KilometresFromHome(-45.87, 170.5), 18_780, 18_830);

    private static WorldMap Of(MapShape shape)
    {
        var site = new Site
        {
            Key = "scotland", Name = "Scotland Connections", Place = "Scotland", Word = "Connections", Theme = "scotland", TimeZone = "Europe/London", ZoneName = "Edinburgh",
            Home = new SiteHome("Edinburgh", "GB", 55.9533, -3.1883), Currency = "GBP", DefaultLanguage = "en", Hero = new SiteHero(), ContactEmail = "hello@example.org",
            MailFrom = new SiteMailbox("Scotland Connections", "post@example.org"), ReferencePrefix = "SCF",
        };
        return new WorldMap(site, new Theme(shape.ToString(), "#000000", shape, [], []));
    }
}
