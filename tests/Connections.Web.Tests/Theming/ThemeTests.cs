using System.Text.RegularExpressions;
using Connections.Testing;
using Connections.Web.Theming;

namespace Connections.Web.Tests.Theming;

public sealed partial class ThemeTests
{
    private static readonly string[] Grounds =
        ["--colour-ground", "--colour-surface", "--colour-surface-strong", "--colour-brand-soft", "--colour-accent-soft", "#ffffff"];

    public static TheoryData<string> Themes => new(ThemeCatalogue.Names);

    [Fact]
    public void Every_theme_folder_is_built_in()
    {
        var folders = Directory.GetDirectories(ThemesFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(folders, ThemeCatalogue.Names);
        Assert.Equal(["bristol", "scotland"], ThemeCatalogue.Names);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_theme_is_named_like_its_folder_and_has_a_mark(string name)
    {
        var theme = ThemeCatalogue.Find(name);

        Assert.Equal(name, theme.Name);
        Assert.True(File.Exists(Path.Combine(ThemesFolder, name, "assets", "mark.svg")));
        Assert.Matches("^#[0-9a-f]{6}$", theme.ColourScheme);
    }

    [Fact]
    public void An_unknown_theme_is_refused_with_the_names_of_those_there_are()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => ThemeCatalogue.Find("../scotland"));

        Assert.Contains("bristol, scotland", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_theme_brings_only_partials_of_the_closed_list_and_names_each(string name)
    {
        var files = Directory.GetFiles(Path.Combine(ThemesFolder, name), "*.cshtml", SearchOption.AllDirectories);
        var brought = files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).ToArray();

        Assert.All(files, file => Assert.Equal("partials", Path.GetFileName(Path.GetDirectoryName(file))));
        Assert.All(brought, partial => Assert.Contains(partial, ThemePartials.All));
        Assert.Equal(ThemeCatalogue.Find(name).Partials.Order(StringComparer.Ordinal), brought);
    }

    [Fact]
    public void Every_partial_of_the_closed_list_has_a_default()
    {
        var shared = Path.Combine(SourceTree.Root, "src", "Connections.Web", "Features", "Shared");

        Assert.All(ThemePartials.All, partial => Assert.True(File.Exists(Path.Combine(shared, partial + ".cshtml")), partial));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_theme_defines_every_role_of_the_contract_and_no_other(string name)
    {
        var roles = Role().Matches(File.ReadAllText(Path.Combine(ThemesFolder, "README.md"))).Select(m => m.Groups["role"].Value).Order(StringComparer.Ordinal).ToArray();

        var defined = Tokens.Of(name).Names.Where(token => !token.StartsWith("--p-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.True(roles.Length > 40);
        Assert.Equal(roles, defined);
    }

    [Fact]
    public void Components_use_roles_and_never_the_palette()
    {
        var palette = SourceTree.Files("src/Connections.Web/Assets", ".css").Where(file => File.ReadAllText(file).Contains("--p-", StringComparison.Ordinal));

        Assert.Empty(palette);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_can_be_read_on_every_ground(string name)
    {
        var tokens = Tokens.Of(name);
        string[] inks = ["--colour-text", "--colour-text-muted", "--colour-link", "--colour-link-hover", "--colour-brand", "--colour-accent", "--colour-error", "--colour-success", "--colour-warning", "--colour-info"];

        var pairs = inks.SelectMany(ink => Grounds.Select(ground => (ink, ground)));

        Reach(tokens, 4.5, pairs);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_can_be_read_on_bands_and_buttons_and_notices(string name) =>
        Reach(Tokens.Of(name), 4.5,
        [
            ("--colour-brand-contrast", "--colour-brand"),
            ("--colour-brand-contrast", "--colour-link-hover"),
            ("--colour-accent-contrast", "--colour-accent"),
            ("--colour-hero-text", "--colour-hero"),
            ("--colour-hero-muted", "--colour-hero"),
            ("--colour-hero-muted", "--colour-map-sea"),
            ("--colour-hero-text", "--colour-map-sea"),
            ("--colour-footer-text", "--colour-footer"),
            ("--colour-text", "--colour-error-soft"),
            ("--colour-text", "--colour-success-soft"),
            ("--colour-text", "--colour-warning-soft"),
            ("--colour-text", "--colour-info-soft"),
            ("--colour-link", "--colour-info-soft"),
            ("--colour-link", "--colour-warning-soft"),
        ]);

    [Theory]
    [MemberData(nameof(Themes))]
    public void Controls_focus_and_map_dots_can_be_seen(string name) =>
        Reach(Tokens.Of(name), 3,
        [
            ("--colour-control-border", "--colour-ground"),
            ("--colour-control-border", "--colour-surface"),
            ("--colour-control-border", "--colour-surface-strong"),
            ("--colour-focus", "--colour-focus-halo"),
            ("--colour-focus", "--colour-ground"),
            ("--colour-map-dot", "--colour-map-sea"),
            ("--colour-map-dot", "--colour-map-land"),
            ("--colour-map-home", "--colour-map-sea"),
            ("--colour-map-home", "--colour-map-land"),
            ("--colour-map-line", "--colour-map-sea"),
        ]);

    private static string ThemesFolder => Path.Combine(SourceTree.Root, "themes");

    private static void Reach(Tokens tokens, double least, IEnumerable<(string Ink, string Ground)> pairs)
    {
        var tooFaint = pairs.Select(pair => (pair.Ink, pair.Ground, Contrast: tokens.Contrast(pair.Ink, pair.Ground))).Where(pair => pair.Contrast < least);

        Assert.Empty(tooFaint.Select(pair => $"{pair.Ink} on {pair.Ground}: {pair.Contrast:0.00}"));
    }


    [GeneratedRegex("`(?<role>--(?!p-)[a-z0-9-]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Role();
}
