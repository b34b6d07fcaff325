using System.Globalization;
using System.Text.Json.Serialization;

namespace Connections.Web.Sites;

/// <summary>One deployment for one place, as its pack describes it in <c>site.json</c>.</summary>
public sealed record Site
{
    public required string Key { get; init; }

    /// <summary>Whether people and organisations are invented; every page then says so.</summary>
    public bool Demonstration { get; init; }

    public required string Name { get; init; }

    public required string Place { get; init; }

    /// <summary>The word of the name that is not the place: "Connections".</summary>
    public required string Word { get; init; }

    /// <summary>Folder under <c>themes/</c>.</summary>
    public required string Theme { get; init; }

    /// <summary>IANA time zone that deadlines are set in.</summary>
    public required string TimeZone { get; init; }

    /// <summary>What people call that zone: "Edinburgh".</summary>
    public required string ZoneName { get; init; }

    public required SiteHome Home { get; init; }

    public required string Currency { get; init; }

    public required string DefaultLanguage { get; init; }

    /// <summary>Languages of the site itself.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Languages that listings, editions and events are written in.</summary>
    public IReadOnlyList<string> ContentLanguages { get; init; } = [];

    public SiteBanner? Banner { get; init; }

    public required SiteHero Hero { get; init; }

    public SiteMap Map { get; init; } = new();

    public IReadOnlyList<SiteDoor> Doors { get; init; } = [];

    public required string ContactEmail { get; init; }

    public required SiteMailbox MailFrom { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>Begins the reference of an application: "SCF".</summary>
    public required string ReferencePrefix { get; init; }

    public string MetaDescription { get; init; } = "";

    public string AnswerPromise { get; init; } = "";

    public SiteFooter Footer { get; init; } = new();

    /// <summary>Whether the site is made for one town, not for a country or a region, and this is the country around it.</summary>
    public bool IsAroundHome(string? country) => Place == Home.Name && country == Home.Country;

    /// <summary>Whether a place is the town the site is made for, so that its readers need not be told the country.</summary>
    public bool IsAtHome(string? town, string? country) => town == Home.Name && IsAroundHome(country);

    /// <summary>The site's own language with the region of its home, so that dates and amounts read as they do there.</summary>
    [JsonIgnore]
    public CultureInfo DefaultCulture => CultureInfo.GetCultureInfo($"{DefaultLanguage}-{Home.Country}");
}

public sealed record SiteHome(string Name, string Country, double Lat, double Lon);

public sealed record SiteBanner(string Label, string Text);

public sealed record SiteHero
{
    /// <summary>The sentence of the home page, one line each.</summary>
    public IReadOnlyList<string> Title { get; init; } = [];

    public string Lead { get; init; } = "";

    public string SearchLabel { get; init; } = "";

    public string SearchHint { get; init; } = "";

    public string SearchButton { get; init; } = "";

    public string MapCaption { get; init; } = "";

    public string MapListLink { get; init; } = "";
}

public sealed record SiteMap(string Projection = "equal-earth", string LargerDot = "");

/// <param name="To">The feature that it leads to: <c>directory</c>, <c>subscribe</c>, <c>fund</c>.</param>
public sealed record SiteDoor(string Key, string Title, string Text, string Action, string To);

public sealed record SiteMailbox(string Name, string Address);

public sealed record SiteFooter
{
    public IReadOnlyList<SiteFooterColumn> Columns { get; init; } = [];

    public string Words { get; init; } = "";
}

public sealed record SiteFooterColumn(string Title, IReadOnlyList<SiteFooterLink> Links);

public sealed record SiteFooterLink(string Text, string To);
