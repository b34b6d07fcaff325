namespace Connections.Web.Features.Shared.Navigation;

/// <summary>The links at the top of every public page. Those of the footer come from the site pack.</summary>
public static class SiteNavigation
{
    public const string Home = "/";

    public static readonly NavigationLink Join = new("Navigation.Join", "/subscribe");

    public static readonly IReadOnlyList<NavigationLink> Main =
    [
        new("Navigation.Directory", "/directory"),
        new("Navigation.Events", "/events"),
        new("Navigation.Grants", "/grants"),
        new("Navigation.Ambassadors", "/ambassadors"),
        new("Navigation.Stories", "/stories"),
        new("Navigation.Newsletter", "/subscribe"),
    ];
}
