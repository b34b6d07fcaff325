namespace Connections.Web.Sites;

public static class SiteRegistration
{
    /// <summary>Chooses the site pack (<c>--site bristol</c>, or <c>Site:Pack</c>) and offers <see cref="Site"/> and
    /// <see cref="SitePack"/>. Where a connection string says <c>{site}</c>, the pack's key takes its place, so that two
    /// packs on one machine do not share a database.</summary>
    public static WebApplicationBuilder AddSite(this WebApplicationBuilder builder)
    {
        // An empty value is what some hosts pass on for a section that has settings of its own.
        var key = builder.Configuration["Site"] is { Length: > 0 } named ? named : builder.Configuration["Site:Pack"] ?? "scotland";
        var pack = SitePack.Find(key, builder.Environment.ContentRootPath);
        var site = pack.Read();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(site.TimeZone, out _))
        {
            throw new InvalidOperationException($"The time zone “{site.TimeZone}” of the site pack “{key}” is not known.");
        }

        if (!builder.Environment.IsDevelopment() && builder.Environment.IsProduction() && builder.Configuration["Site:PublicUrl"] is null)
        {
            throw new InvalidOperationException("Site:PublicUrl is not set: addresses in mail need it, for example https://connections.example.org.");
        }

        builder.Configuration["Site:Key"] = key;
        FillIn(builder.Configuration, "ConnectionStrings:Default", key);
        FillIn(builder.Configuration, "Mail:PickupFolder", key);
        FillIn(builder.Configuration, "Blobs:Folder", key);
        builder.Services.AddSingleton(pack);
        builder.Services.AddSingleton(site);
        builder.Services.AddSingleton<Countries>();
        builder.Services.AddSingleton<Languages>();
        builder.Services.AddSingleton<Taxonomy>();
        builder.Services.AddSingleton<PackDrawings>();
        builder.Services.AddSingleton<ISiteLinks, SiteLinks>();
        return builder;
    }

    private static void FillIn(ConfigurationManager configuration, string setting, string key)
    {
        if (configuration[setting] is { } value && value.Contains("{site}", StringComparison.Ordinal))
        {
            configuration[setting] = value.Replace("{site}", key, StringComparison.Ordinal);
        }
    }
}
