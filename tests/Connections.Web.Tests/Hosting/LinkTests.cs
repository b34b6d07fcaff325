using Connections.Testing;
using Connections.Testing.Crawling;

namespace Connections.Web.Tests.Hosting;

public sealed class LinkTests(DemonstrationOnSqlite fixture) : IClassFixture<DemonstrationOnSqlite>
{
    [Fact]
    public async Task No_link_leads_nowhere()
    {
        var site = await new SiteCrawl(fixture.Host).RunAsync(Personas.All);

        Faults.AssertNone(site.Broken.DistinctBy(b => (b.Path, b.Status)));
    }
}
