using System.Text.Encodings.Web;
using System.Text.Unicode;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;

namespace Connections.Web.Localization;

public static class LanguagesRegistration
{
    /// <summary>Texts from resources, in the languages of the site pack.</summary>
    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        // Pages are UTF-8: only what has a meaning in HTML is escaped, so other scripts cost no more than English.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, StrictLocalizerFactory>());
        services.TryAddSingleton<IHtmlLocalizerFactory, HtmlLocalizerFactory>();
        services.TryAddTransient(typeof(IHtmlLocalizer<>), typeof(HtmlLocalizer<>));
        services.AddSingleton(provider =>
        {
            var site = provider.GetRequiredService<Site>();
            return SiteLanguages.From(site.DefaultCulture, site.Languages, provider.GetRequiredService<IHostEnvironment>());
        });
        services.AddOptions<RequestLocalizationOptions>().Configure<SiteLanguages>(Configure);

        return services;
    }

    /// <summary>The language comes from <c>?culture=</c>, then from the cookie, then from what the browser asks for.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) =>
        app.UseRequestLocalization().UseMiddleware<RememberLanguage>();

    private static void Configure(RequestLocalizationOptions options, SiteLanguages languages)
    {
        options.DefaultRequestCulture = new RequestCulture(languages.Offered[0]);
        options.SupportedCultures = [.. languages.Understood];
        options.SupportedUICultures = [.. languages.Understood];
        options.ApplyCurrentCultureToResponseHeaders = true;
    }
}
