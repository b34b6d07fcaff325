using System.Xml.Linq;
using Connections.Web.Features.Shared.Navigation;
using Connections.Web.Sites;

namespace Connections.Web.Features.SiteFiles;

internal static class SitemapEndpoint
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static async Task<IResult> WriteAsync(IEnumerable<ISitemapSource> sources, ISiteLinks links, CancellationToken ct)
    {
        var pages = new List<SitemapPage> { new("/") };
        pages.AddRange(SiteNavigation.Main.Select(link => new SitemapPage(link.Path)));
        foreach (var source in sources)
        {
            pages.AddRange(await source.ListAsync(ct));
        }

        var set = new XElement(Schema + "urlset", pages.DistinctBy(page => page.Path).Select(page => new XElement(
            Schema + "url",
            new XElement(Schema + "loc", links.Absolute(page.Path).AbsoluteUri),
            page.ChangedAt is { } at ? new XElement(Schema + "lastmod", at.UtcDateTime.ToString("yyyy-MM-dd")) : null)));
        return Results.Text(new XDeclaration("1.0", "utf-8", null) + "\n" + set, "application/xml");
    }
}
