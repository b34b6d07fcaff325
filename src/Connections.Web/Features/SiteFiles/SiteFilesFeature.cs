namespace Connections.Web.Features.SiteFiles;

public static class SiteFilesFeature
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddSiteFiles(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services;
    }

    /// <summary>The files that programs ask every site for.</summary>
    public static void MapSiteFiles(this WebApplication app)
    {
        app.MapHealthChecks("/health");
        app.MapMethods("/robots.txt", Reading, SiteFileTexts.Robots);
        app.MapMethods("/.well-known/security.txt", Reading, SiteFileTexts.Security);
        app.MapMethods("/sitemap.xml", Reading, SitemapEndpoint.WriteAsync);
    }
}
