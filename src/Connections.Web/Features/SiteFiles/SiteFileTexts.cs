using System.Text;
using Connections.Web.Sites;

namespace Connections.Web.Features.SiteFiles;

internal static class SiteFileTexts
{
    private static readonly TimeSpan SecurityContactHolds = TimeSpan.FromDays(180);

    /// <summary>Invented people do not belong in search engines, so a demonstration asks to be left out altogether.</summary>
    public static IResult Robots(Site site, ISiteLinks links) => Results.Text(site.Demonstration
        ? "User-agent: *\nDisallow: /\n"
        : $"User-agent: *\nDisallow: /staff\nDisallow: /account\nDisallow: /sign-in\n\nSitemap: {links.Absolute("/sitemap.xml")}\n");

    /// <summary>RFC 9116.</summary>
    public static IResult Security(Site site, ISiteLinks links, TimeProvider clock)
    {
        var expires = clock.GetUtcNow().Add(SecurityContactHolds).UtcDateTime.Date;
        var text = new StringBuilder()
            .Append("Contact: mailto:").Append(site.ContactEmail).Append('\n')
            .Append("Expires: ").Append(expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")).Append('\n')
            .Append("Preferred-Languages: ").AppendJoin(", ", site.Languages).Append('\n')
            .Append("Canonical: ").Append(links.Absolute("/.well-known/security.txt")).Append('\n');
        return Results.Text(text.ToString());
    }
}
