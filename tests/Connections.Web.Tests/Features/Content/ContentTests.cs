using System.Net;
using Connections.Domain.Content;
using Connections.Testing;
using Connections.Testing.Html;

namespace Connections.Web.Tests.Features.Content;

public abstract class ContentTests(HostFixture fixture)
{
    private static int count;
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task A_page_is_shown_with_its_own_title_and_nothing_that_runs()
    {
        var path = await PageAsync(PageKind.Page, "About us", "# Again\n\n<script>alert(1)</script>\n\n[bad](javascript:alert(1)) [out](https://example.org)");
        using var visitor = host.Visitor();

        var page = (await visitor.GetAsync($"/{path}")).AssertShown("About us");

        Assert.StartsWith("About us", page.Title, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Empty(page.Document.QuerySelectorAll(".prose script, .prose a[href^='javascript']"));
        Assert.Contains("Last changed on 1 December 2026", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_published_yet_or_not_of_that_kind_is_not_found()
    {
        var coming = await PageAsync(PageKind.Page, "Coming", "Soon", host.Clock.GetUtcNow().AddDays(1));
        var story = await PageAsync(PageKind.Story, "A story", "Once");
        var page = await PageAsync(PageKind.Page, "A page", "Here");
        using var visitor = host.Visitor();

        (await visitor.GetAsync($"/{coming}")).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"/{story}")).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"/stories/{page}")).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/no-such-page")).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"/stories/{story}")).AssertShown("A story");
    }

    [Fact]
    public async Task Stories_are_listed_a_page_at_a_time_with_the_same_number_of_queries()
    {
        using var visitor = host.Visitor();
        await PageAsync(PageKind.Story, "First story", "Once");

        await host.AssertSameQueryCount(
            () => visitor.GetAsync("/stories"),
            async () =>
            {
                for (var i = 0; i < 14; i++)
                {
                    await PageAsync(PageKind.Story, "Another story", "Once", order: 5);
                }
            });

        var first = (await visitor.GetAsync("/stories")).AssertShown("Stories");
        Assert.Equal(12, first.Document.QuerySelectorAll("article.card").Length);
        Assert.NotEmpty((await visitor.GetAsync("/stories?page=2")).Document.QuerySelectorAll("article.card"));
    }

    [Fact]
    public async Task A_story_is_marked_with_the_language_it_is_written_in()
    {
        var path = await PageAsync(PageKind.Story, "Sgeulachd", "Uair dha robh saoghal", language: "gd");
        using var visitor = host.Visitor();

        var page = (await visitor.GetAsync($"/stories/{path}")).AssertShown("Sgeulachd");

        Assert.Equal("gd", page.Document.QuerySelector("h1")!.Closest("[lang]")!.GetAttribute("lang"));
    }

    private async Task<string> PageAsync(PageKind kind, string title, string markdown, DateTimeOffset? published = null, string language = "en", int order = 0)
    {
        var path = $"page-{Interlocked.Increment(ref count)}";
        var text = new PageText(title, "A summary", markdown, null, null, null, null, null, order, language);
        await host.AddAsync(new Page(new PageId(Guid.CreateVersion7()), kind, path, text, published ?? host.Clock.GetUtcNow().AddDays(-1)));
        return path;
    }
}

public sealed class ContentTestsOnSqlite(OnSqlite fixture) : ContentTests(fixture), IClassFixture<OnSqlite>;

public sealed class ContentTestsOnPostgreSql(OnPostgreSql fixture) : ContentTests(fixture), IClassFixture<OnPostgreSql>;
