using Connections.Testing;
using Connections.Testing.Crawling;

namespace Connections.Web.Tests.BadInput;

/// <summary>The forms of one host, found once for a class of tests.</summary>
public sealed class FormsOfTheSite
{
    private IReadOnlyList<FoundForm>? forms;

    public async Task<IReadOnlyList<FoundForm>> OfAsync(HostFixture fixture)
    {
        if (forms is null)
        {
            var site = await new SiteCrawl(fixture.Host).RunAsync(Personas.All);
            var found = FoundForm.In(site.Pages, new RouteMap(fixture.Host));
            Assert.NotEmpty(found);
            forms = found;
        }

        return forms;
    }
}
