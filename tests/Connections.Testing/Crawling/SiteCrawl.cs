using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Connections.Testing.Html;

namespace Connections.Testing.Crawling;

/// <param name="Route">As the approved list names it.</param>
/// <param name="Path">The address that was opened.</param>
public sealed record VisitedPage(Persona Persona, Visitor Visitor, string Route, string Path, HtmlPage Page);

/// <param name="From">The page that has the link.</param>
public sealed record BrokenLink(Persona Persona, string From, string Path, HttpStatusCode Status)
{
    public override string ToString() => $"{(int)Status} {Path}, linked from {From} for {Persona}";
}

public sealed record CrawledSite(IReadOnlyList<VisitedPage> Pages, IReadOnlyList<BrokenLink> Broken);

/// <summary>Walks the site as each kind of person does, from link to link, so that a test of every page finds new pages
/// by itself. Of each route a person sees a few addresses, not every listing there is.</summary>
public sealed class SiteCrawl(ConnectionsHost host)
{
    private const int AddressesOfOneRoute = 2;
    public const string AddressBar = "the address bar";

    // Tried without a link to it: that it is closed to somebody is no fault.
    private const string Nowhere = "nowhere";

    private readonly RouteMap routes = new(host);

    private readonly List<VisitedPage> pages = [];
    private readonly List<BrokenLink> broken = [];

    /// <param name="prepare">Changes each address before it is opened, for example to ask for a language.</param>
    public async Task<CrawledSite> RunAsync(IEnumerable<Persona> personas, Func<string, string>? prepare = null)
    {
        foreach (var persona in personas)
        {
            await RunAsync(persona, prepare ?? (path => path));
        }

        return new CrawledSite(pages, broken);
    }

    private async Task RunAsync(Persona persona, Func<string, string> prepare)
    {
        var visitor = await persona.VisitAsync(host);
        var opened = new HashSet<string>(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<(string From, string Path)>(Beginnings(persona).Select(path => (AddressBar, path)));
        foreach (var route in routes.WithoutParameters)
        {
            waiting.Enqueue((Nowhere, route));
        }

        while (waiting.TryDequeue(out var next))
        {
            var (from, path) = next;
            if (!opened.Add(path))
            {
                continue;
            }

            var route = routes.Find(path);
            if (route is not null && !persona.Paths.Contains(path) && !Counts(seen, route, path))
            {
                continue;
            }

            var page = await visitor.GetAsync(prepare(path));
            if (page.Status >= HttpStatusCode.BadRequest)
            {
                if (from != Nowhere || page.Status >= HttpStatusCode.InternalServerError)
                {
                    broken.Add(new BrokenLink(persona, from, path, page.Status));
                }
            }
            else if (route is not null && page.Status is HttpStatusCode.OK && IsHtml(page))
            {
                pages.Add(new VisitedPage(persona, visitor, route, path, page));
                foreach (var link in Links(page))
                {
                    waiting.Enqueue((path, link));
                }
            }
        }
    }

    private static IEnumerable<string> Beginnings(Persona persona) =>
        [.. persona.Paths, .. persona.IsPublic ? (string[])["/"] : persona.IsStaff ? ["/", "/account", "/staff"] : ["/", "/account"]];

    // An address with a query (a filter, a page of a list) is another look at a page, wanted once only.
    private static bool Counts(Dictionary<string, int> seen, string route, string path)
    {
        var key = path.Contains('?', StringComparison.Ordinal) ? route + "?" : route;
        seen[key] = seen.GetValueOrDefault(key) + 1;
        return seen[key] <= (key == route ? AddressesOfOneRoute : 1);
    }

    private static bool IsHtml(HtmlPage page) => page.Response.Content.Headers.ContentType?.MediaType == "text/html";

    private IEnumerable<string> Links(HtmlPage page) =>
        page.Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]")
            .Select(a => a.GetAttribute("href")!)
            .Where(href => Uri.TryCreate(page.Response.RequestMessage!.RequestUri, href, out var uri) && uri.GetLeftPart(UriPartial.Authority) == host.Address.GetLeftPart(UriPartial.Authority))
            .Select(href => page.Resolve(href).Split('#')[0])
            .Where(path => !path.Contains("culture=", StringComparison.Ordinal));
}
