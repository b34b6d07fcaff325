using Connections.Testing;

namespace Connections.Web.Tests.Theming;

/// <summary>A site may wear another theme than its pack names.</summary>
public sealed class ThemeInUseTests : IClassFixture<OnSqlite>
{
    private readonly OnSqlite fixture;

    public ThemeInUseTests(OnSqlite fixture)
    {
        this.fixture = fixture;
        fixture.Host.Settings["Site:Theme"] = "bristol";
    }

    [Fact]
    public async Task Another_theme_brings_its_own_styles_and_mark()
    {
        using var visitor = fixture.Host.Visitor();

        var page = await visitor.GetAsync("/directory");

        Assert.StartsWith("/dist/bristol/site.", page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".site-name__mark path[fill='#f4694f']"));
        Assert.EndsWith("– Scotland Connections", page.Title, StringComparison.Ordinal);
    }
}
