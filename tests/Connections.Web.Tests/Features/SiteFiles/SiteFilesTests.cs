using System.Xml.Linq;
using Connections.Testing;

namespace Connections.Web.Tests.Features.SiteFiles;

public sealed class SiteFilesTests(OnSqlite fixture) : IClassFixture<OnSqlite>
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task A_demonstration_asks_search_engines_to_leave_it_out() =>
        Assert.Equal("User-agent: *\nDisallow: /\n", await ReadAsync("/robots.txt"));

    [Fact]
    public async Task The_security_contact_says_how_long_it_holds()
    {
        var text = await ReadAsync("/.well-known/security.txt");

        Assert.Contains("Contact: mailto:hello@scotland.example.org\n", text, StringComparison.Ordinal);
        Assert.Contains("Expires: 2027-05-31T00:00:00Z\n", text, StringComparison.Ordinal);
        Assert.Contains("Canonical: https://localhost/.well-known/security.txt\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_map_is_xml_with_whole_addresses()
    {
        var map = XDocument.Parse(await ReadAsync("/sitemap.xml"));

        var addresses = map.Descendants(map.Root!.Name.Namespace + "loc").Select(loc => loc.Value).ToList();
        Assert.Contains("https://localhost/", addresses);
        Assert.All(addresses, address => Assert.StartsWith("https://localhost/", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_host_is_healthy_while_its_database_answers() => Assert.Equal("Healthy", await ReadAsync("/health"));

    private async Task<string> ReadAsync(string path)
    {
        using var visitor = host.Visitor();
        return await visitor.Http.GetStringAsync(path);
    }
}
