using Connections.Testing;
using Connections.Testing.Crawling;

namespace Connections.Web.Tests.BadInput;

/// <summary>The forms of one host, found once for a class of tests.</summary>
public sealed class FormsOfTheSite
{
    private IReadOnlyList<FoundForm>? forms;

    public SiteInUse? Site { get; private set; }

    public async Task<IReadOnlyList<FoundForm>> OfAsync(HostFixture fixture)
    {
        if (forms is null)
        {
            Site = new SiteInUse(fixture.Host);
            var crawled = await new SiteCrawl(fixture.Host).RunAsync(await Site.PrepareAsync());
            Faults.AssertNone(crawled.Broken.Where(b => b.From == SiteCrawl.AddressBar));
            forms = FoundForm.In(crawled.Pages, new RouteMap(fixture.Host));
        }

        return forms;
    }
}
