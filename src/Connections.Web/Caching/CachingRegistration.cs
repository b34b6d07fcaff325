using Connections.Data.Listings.Search;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Connections.Web.Caching;

public static class CachingRegistration
{
    /// <summary>Keeps pages that everybody sees alike, with exact invalidation.</summary>
    public static IServiceCollection AddPageCaching(this IServiceCollection services)
    {
        services.AddOutputCache();
        services.AddSingleton<PublishedRevision>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<PublishedRevision>());
        services.AddOptions<OutputCacheOptions>().Configure<DirectoryIndexSource, PublishedRevision>((options, source, published) =>
            options.AddPolicy(PublicPageCachePolicy.Name, new PublicPageCachePolicy(source, published)));
        return services;
    }
}
