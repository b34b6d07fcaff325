using Connections.Testing;

namespace Connections.Web.Tests.Features.Shared;

/// <summary>What every page has around it, read on the real site.</summary>
public sealed class FrameTests(OnSqlite fixture) : IClassFixture<OnSqlite>
{
    [Fact]
    public async Task A_page_has_a_way_past_the_frame_a_banner_and_its_place_in_the_navigation()
    {
        using var visitor = fixture.Host.Visitor();

        var page = await visitor.GetAsync("/directory");

        var first = page.Document.Body!.FirstElementChild!;
        Assert.Equal("#main", first.GetAttribute("href"));
        Assert.Equal("main", page.Document.QuerySelector("#main")!.LocalName);
        Assert.StartsWith("Demonstration site", page.Texts(".demo-banner").Single(), StringComparison.Ordinal);
        Assert.Equal(["Find a community", "Find a community"], page.Texts(".nav-list [aria-current=page]"));
        Assert.EndsWith("– Scotland Connections", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Styles_and_script_have_the_print_of_their_content_in_their_address()
    {
        using var visitor = fixture.Host.Visitor();
        var page = await visitor.GetAsync("/directory");

        var style = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var script = page.Document.QuerySelector("script[type=module]")!.GetAttribute("src")!;

        Assert.Matches(@"^/dist/scotland/site\.[a-z0-9]{10}\.css$", style);
        Assert.Matches(@"^/dist/site\.[a-z0-9]{10}\.js$", script);
        Assert.Contains("--colour-ground", await visitor.Http.GetStringAsync(style), StringComparison.Ordinal);
        Assert.Contains("govuk-error-summary", await visitor.Http.GetStringAsync(script), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/directory")]
    [InlineData("/ambassadors")]
    [InlineData("/sign-in")]
    public async Task A_right_to_left_language_turns_the_page_round_and_is_remembered(string path)
    {
        using var visitor = fixture.Host.Visitor();

        var asked = await visitor.GetAsync(path + "?culture=ar");
        var next = await visitor.GetAsync(path);

        Assert.Equal(("ar", "rtl"), Language(asked));
        Assert.Equal(("ar", "rtl"), Language(next));
    }

    [Fact]
    public async Task A_page_is_in_the_language_of_the_site_unless_another_is_asked_for()
    {
        using var visitor = fixture.Host.Visitor();

        Assert.Equal(("en-GB", "ltr"), Language(await visitor.GetAsync("/directory")));
        Assert.Equal(("en-GB", "ltr"), Language(await visitor.GetAsync("/directory?culture=gd")));
    }

    private static (string? Tag, string? Direction) Language(Connections.Testing.Html.HtmlPage page) =>
        (page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("dir"));
}
