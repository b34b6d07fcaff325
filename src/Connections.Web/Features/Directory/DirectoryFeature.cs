using Connections.Data.Listings.Search;
using Connections.Web.Features.Directory.Public.ReadListing;
using Connections.Web.Features.Directory.Public.Search;
using Connections.Web.Features.Directory.Reading;

namespace Connections.Web.Features.Directory;

public static class DirectoryFeature
{
    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryReference>();
        services.AddSingleton<DirectoryMarks>();
        services.AddSingleton(provider => provider.GetRequiredService<DirectoryReference>().Names);
        services.AddSingleton<ListingWords>();
        services.AddDirectorySearch();
        services.AddOutputCache();
        services.AddOptions<Microsoft.AspNetCore.OutputCaching.OutputCacheOptions>()
            .Configure<DirectoryIndexSource>((options, source) => options.AddPolicy(DirectoryCachePolicy.Name, new DirectoryCachePolicy(source)));
        return services;
    }

    public static void MapDirectory(this WebApplication app)
    {
        app.MapGet("/directory.csv", DownloadDirectory.HandleAsync);
        app.MapGet("/directory/{slug}/listing.jsonld", LinkedData.HandleAsync);
    }
}
