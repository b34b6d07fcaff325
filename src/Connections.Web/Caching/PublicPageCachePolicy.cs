using System.Globalization;
using Connections.Data.Listings.Search;
using Connections.Web.Features.Shared.Times;

namespace Connections.Web.Caching;

/// <summary>Keeps overview pages, which show something of every feature and times in the reader's zone. For a minute at most:
/// "3 days left" must not grow old.</summary>
internal sealed class PublicPageCachePolicy(DirectoryIndexSource directory, PublishedRevision published) : VisitorPageCachePolicy(TimeSpan.FromMinutes(1))
{
    public const string Name = "public-page";

    protected override async ValueTask<string> StampAsync(HttpContext context, CancellationToken cancellation)
    {
        var index = await directory.CurrentAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{index.Revision} {published.Current} {context.Request.Cookies[ReaderZone.Cookie]}");
    }
}
