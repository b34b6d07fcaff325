using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing.Crawling;

namespace Connections.EndToEnd.Tests.EveryPage;

/// <summary>One address of every route of a portal, with a person who may open it.</summary>
public static class PagesOfThePortal
{
    private static readonly Dictionary<string, IReadOnlyList<VisitedPage>> Found = [];

    public static async Task<IReadOnlyList<VisitedPage>> OfAsync(Portal portal)
    {
        if (!Found.TryGetValue(portal.Pack, out var pages))
        {
            var site = await new SiteCrawl(portal.Host).RunAsync(Personas.Of(portal.Pack));
            pages = [.. site.Pages.DistinctBy(p => p.Route)];
            Found.Add(portal.Pack, pages);
        }

        Assert.NotEmpty(pages);
        return pages;
    }
}
