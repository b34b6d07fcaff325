using System.Globalization;
using Connections.Web.Features.Directory.Public.Search;
using Connections.Web.Features.Shared.Times;
using Microsoft.AspNetCore.OutputCaching;

namespace Connections.Web.Caching;

/// <summary>Keeps overview pages for visitors who have not signed in, as the directory's pages are kept, and apart for each
/// zone of a reader, since they show times. For a minute at most: "3 days left" must not grow old.</summary>
internal sealed class PublicPageCachePolicy(DirectoryCachePolicy directory, PublishedRevision published) : IOutputCachePolicy
{
    public const string Name = "public-page";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        await directory.CacheRequestAsync(context, cancellation);
        context.ResponseExpirationTimeSpan = KeptFor;
        context.CacheVaryByRules.VaryByValues["published"] = published.Current.ToString(CultureInfo.InvariantCulture);
        context.CacheVaryByRules.VaryByValues["zone"] = context.HttpContext.Request.Cookies[ReaderZone.Cookie] ?? "";
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => directory.ServeFromCacheAsync(context, cancellation);

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => directory.ServeResponseAsync(context, cancellation);
}
