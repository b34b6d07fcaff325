namespace Connections.Web.Theming;

/// <summary>The only partials a theme may bring. Anything else in a theme is colour, type and shape.</summary>
public static class ThemePartials
{
    public const string Logo = "_Logo";
    public const string Hero = "_Hero";
    public const string Motif = "_Motif";
    public const string DoorList = "_DoorList";

    public static readonly IReadOnlyList<string> All = [Logo, Hero, Motif, DoorList];
}
