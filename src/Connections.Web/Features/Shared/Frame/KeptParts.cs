using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using Connections.Web.Features.Shared.Navigation;
using Connections.Web.Localization;
using Connections.Web.Security;
using Microsoft.AspNetCore.Html;

namespace Connections.Web.Features.Shared.Frame;

/// <summary>Keeps the top and the foot of the public pages as written, once for each language and each link that is marked as
/// the current one. Who has signed in, and a foot that links to this page in other languages, are written each time.</summary>
public sealed class KeptParts(HtmlEncoder encoder, SiteLanguages languages)
{
    private readonly ConcurrentDictionary<(string Language, int Current), HtmlString> mastheads = new();
    private readonly ConcurrentDictionary<string, HtmlString> footers = new();

    public async Task<IHtmlContent> MastheadAsync(HttpContext context, Func<Task<IHtmlContent>> write)
    {
        if (context.User.IsSignedIn)
        {
            return await write();
        }

        var key = (CultureInfo.CurrentUICulture.Name, Current(context.Request.Path));
        return mastheads.TryGetValue(key, out var kept) ? kept : mastheads[key] = Written(await write());
    }

    public async Task<IHtmlContent> FooterAsync(Func<Task<IHtmlContent>> write)
    {
        if (languages.Offered.Count > 1)
        {
            return await write();
        }

        var key = CultureInfo.CurrentUICulture.Name;
        return footers.TryGetValue(key, out var kept) ? kept : footers[key] = Written(await write());
    }

    /// <returns>One bit for each link of the masthead that leads to the page or to what it is a part of.</returns>
    private static int Current(PathString path)
    {
        var current = SiteNavigation.Join.LeadsTo(path) ? 1 : 0;
        foreach (var link in SiteNavigation.Main)
        {
            current = (current << 1) | (link.LeadsTo(path) ? 1 : 0);
        }

        return current;
    }

    private HtmlString Written(IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, encoder);
        return new HtmlString(writer.ToString());
    }
}
