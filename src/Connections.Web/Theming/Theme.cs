namespace Connections.Web.Theming;

/// <summary>What <c>themes/&lt;name&gt;/theme.json</c> says about a theme.</summary>
/// <param name="ColourScheme">The colour a phone paints its address bar with.</param>
/// <param name="Fonts">Packages the fonts come from; their licences are published with them.</param>
/// <param name="Partials">Partials the theme brings itself; each is on the list of <see cref="ThemePartials"/>.</param>
public sealed record Theme(string Name, string ColourScheme, MapShape Map, IReadOnlyList<string> Fonts, IReadOnlyList<string> Partials)
{
    public string PublicStyles => $"~/dist/{Name}/site.css";

    public string StaffStyles => $"~/dist/{Name}/staff.css";

    public string Mark => $"~/dist/{Name}/mark.svg";

    public bool Overrides(string partial) => Partials.Contains(partial);
}
