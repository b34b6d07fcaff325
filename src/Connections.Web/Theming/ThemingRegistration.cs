using Connections.Web.Features.Shared.Drawing;
using Connections.Web.Features.Shared.Frame;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Connections.Web.Theming;

public static class ThemingRegistration
{
    /// <summary>The theme is Site:Theme, or the one that the site pack names.</summary>
    public static IServiceCollection AddTheming(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => ThemeCatalogue.Find(configuration["Site:Theme"] ?? provider.GetRequiredService<Site>().Theme));
        services.AddSingleton<WorldMap>();
        services.AddSingleton<KeptParts>();
        services.AddOptions<RazorViewEngineOptions>().Configure<Theme>((options, theme) =>
            options.ViewLocationExpanders.Add(new ThemePartialLocations(theme)));

        return services;
    }
}
