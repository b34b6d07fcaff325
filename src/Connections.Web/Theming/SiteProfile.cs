using System.Globalization;

namespace Connections.Web.Theming;

/// <summary>What <c>content-seed/&lt;pack&gt;/site.json</c> says about the place this deployment is for.</summary>
/// <param name="Name">The whole name: "Scotland Connections".</param>
/// <param name="Place">The place, as it stands beside the mark: "Scotland".</param>
/// <param name="Word">The word under it: "Connections".</param>
/// <param name="ZoneName">What the site's time zone is called in "5pm (Edinburgh)".</param>
/// <param name="Languages">Languages the site would like to speak; those with texts are offered.</param>
public sealed record SiteProfile(
    string Key,
    bool Demonstration,
    string Name,
    string Place,
    string Word,
    string Theme,
    string TimeZone,
    string ZoneName,
    HomePlace Home,
    string Currency,
    string DefaultLanguage,
    IReadOnlyList<string> Languages,
    SiteBanner Banner,
    SiteHero Hero,
    IReadOnlyList<SiteDoor> Doors,
    SiteFooter Footer,
    string MetaDescription,
    string ContactEmail)
{
    /// <summary>The site's own language with the region of its home, so that dates and amounts read as they do there.</summary>
    public CultureInfo DefaultCulture => CultureInfo.GetCultureInfo($"{DefaultLanguage}-{Home.Country}");
}

/// <summary>The place that maps start from.</summary>
public sealed record HomePlace(string Name, string Country, double Lat, double Lon);

public sealed record SiteBanner(string Label, string Text);

/// <param name="Title">The home page's heading, a line each.</param>
public sealed record SiteHero(IReadOnlyList<string> Title, string Lead, string SearchLabel, string SearchHint, string SearchButton, string MapCaption, string MapListLink);

/// <param name="To">Which part of the portal it opens: directory, subscribe or fund.</param>
public sealed record SiteDoor(string Key, string Title, string Text, string Action, string To);

public sealed record SiteFooter(IReadOnlyList<SiteFooterColumn> Columns, string Words);

public sealed record SiteFooterColumn(string Title, IReadOnlyList<SiteFooterLink> Links);

public sealed record SiteFooterLink(string Text, string To);
