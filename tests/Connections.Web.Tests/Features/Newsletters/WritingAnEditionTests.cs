using System.Net;
using Connections.Domain.Newsletters;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Newsletters;

public abstract class WritingAnEditionTests(HostFixture fixture)
{
    private static int count;
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task An_edition_is_written_kept_and_changed()
    {
        using var editor = await host.SignedInAsync(Roles.Editor);
        var subject = Subject();
        var form = (await editor.GetAsync("/staff/newsletter/new")).Form("Save");

        var page = await form.Set("Input.Subject", subject).Set("Input.Sections[0].Topic", "culture").Set("Input.Sections[0].Countries", "nz, australia, NZ")
            .Set("Input.Sections[0].Markdown", "## Songs\r\n\r\nBy the harbour.").SubmitAsync();

        Assert.Contains("Saved.", page.Text, StringComparison.Ordinal);
        var edition = await FindAsync(subject);
        var section = Assert.Single(edition.Sections);
        Assert.Equal(("culture", "## Songs\n\nBy the harbour.", "NZ AU"), (section.Topic, section.Markdown, string.Join(' ', section.Countries)));
        Assert.Equal(("Songs", EditionKind.Letter), (page.Document.QuerySelector(".mailing :is(h2, h3, h4)")?.TextContent, edition.Kind));
        Assert.DoesNotContain("Saved.", (await editor.GetAsync(page.Path)).Text, StringComparison.Ordinal);

        await page.Form("Save").Set("Input.Kind", "Note").SubmitAsync();
        Assert.Equal(EditionKind.Note, (await FindAsync(subject)).Kind);
        Assert.Equal(2, await host.WithDataAsync(db => db.AuditEntries.CountAsync(a => a.Subject == $"edition:{edition.Id}" && a.Action == "newsletters.write")));
    }

    [Fact]
    public async Task Looking_at_it_and_adding_a_part_store_nothing_and_keep_what_was_typed()
    {
        using var editor = await host.SignedInAsync(Roles.Editor);
        var subject = Subject();
        var form = (await editor.GetAsync("/staff/newsletter/new")).Form("Show how it looks")
            .Set("Input.Subject", subject).Set("Input.Sections[0].Markdown", "**Bold** <script>alert(1)</script> [bad](javascript:alert(1))");

        var preview = await form.SubmitAsync();
        var added = await preview.Form("Add a part").SubmitAsync();

        Assert.Equal("/staff/newsletter/new?handler=Preview", preview.Path);
        Assert.Equal("Bold", preview.Document.QuerySelector("#live-preview strong")!.TextContent);
        Assert.Empty(preview.Document.QuerySelectorAll("#live-preview script, #live-preview a[href^=javascript]"));
        Assert.Equal(3, added.Document.QuerySelectorAll("textarea[name^='Input.Sections']").Length);
        Assert.StartsWith("**Bold**", added.Document.QuerySelector("[name='Input.Sections[0].Markdown']")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.False(await host.WithDataAsync(db => db.Editions.AnyAsync(e => e.Subject == subject)));
    }

    [Fact]
    public async Task Posting_the_form_of_a_new_edition_again_makes_one_with_the_words_typed_last()
    {
        using var editor = await host.SignedInAsync(Roles.Editor);
        var subject = Subject();
        var form = (await editor.GetAsync("/staff/newsletter/new")).Form("Save").Set("Input.Subject", subject).Set("Input.Sections[0].Markdown", "First");

        await form.SubmitAsync();
        await form.SubmitAsync();
        Assert.Equal(0, (await FindAsync(subject)).Version);
        await form.Set("Input.Sections[0].Markdown", "Last").SubmitAsync();

        Assert.Equal("Last", Assert.Single((await FindAsync(subject)).Sections).Markdown);
    }

    [Theory]
    [InlineData("Input.Subject", "", "Input.Subject", "Enter a subject")]
    [InlineData("Input.Language", "tlh", "Input.Language", "Choose a language")]
    [InlineData("Input.Kind", "", "Input.Kind", "Choose what it is")]
    [InlineData("Input.Sections[0].Topic", "gossip", "Input.Sections[0].Topic", "Choose topics from the list")]
    [InlineData("Input.Sections[0].Countries", "Fiji, Atlantis", "Input.Sections[0].Countries", "There is no country called “Atlantis” in the list. Write names parted by commas")]
    public async Task What_is_wrong_is_said_beside_its_box(string name, string value, string field, string error)
    {
        using var editor = await host.SignedInAsync(Roles.Editor);
        var subject = Subject();
        var form = (await editor.GetAsync("/staff/newsletter/new")).Form("Save").Set("Input.Subject", subject).Set("Input.Sections[0].Markdown", "Words");

        var page = await form.Put(name, value).SubmitAsync();

        page.AssertStatus(HttpStatusCode.OK).AssertHasError(field, error);
        Assert.Equal("Words", page.Document.QuerySelector("[name='Input.Sections[0].Markdown']")!.TextContent.Trim());
        Assert.False(await host.WithDataAsync(db => db.Editions.AnyAsync(e => e.Subject == subject)));
    }

    [Fact]
    public async Task An_edition_without_a_word_in_it_and_one_too_long_are_refused()
    {
        using var editor = await host.SignedInAsync(Roles.Editor);
        var form = (await editor.GetAsync("/staff/newsletter/new")).Form("Save").Set("Input.Subject", Subject());

        var empty = await form.SubmitAsync();
        var tooLong = await form.Set("Input.Sections[0].Markdown", new string('x', 20_001)).SubmitAsync();

        Assert.Contains("Write at least one part", empty.Text, StringComparison.Ordinal);
        tooLong.AssertHasError("Input.Sections[0].Markdown", "A part must be 20,000 characters or fewer");
    }

    [Fact]
    public async Task Who_saves_over_somebody_is_told_keeps_what_was_typed_and_may_insist()
    {
        using var editor = await host.SignedInAsync(Roles.Editor);
        var subject = Subject();
        var made = await (await editor.GetAsync("/staff/newsletter/new")).Form("Save").Set("Input.Subject", subject).Set("Input.Sections[0].Markdown", "Begun").SubmitAsync();
        var first = (await editor.GetAsync(made.Path)).Form("Save");
        var second = (await editor.GetAsync(made.Path)).Form("Save");
        await first.Set("Input.Sections[0].Markdown", "By one").SubmitAsync();

        var page = await second.Set("Input.Sections[0].Markdown", "By the other").SubmitAsync();

        Assert.Contains("Somebody saved this edition while you were writing.", page.Text, StringComparison.Ordinal);
        Assert.Equal("By the other", page.Document.QuerySelector("[name='Input.Sections[0].Markdown']")!.TextContent.Trim());
        Assert.Equal("By one", (await FindAsync(subject)).Sections[0].Markdown);
        await page.Form("Save").SubmitAsync();
        Assert.Equal("By the other", (await FindAsync(subject)).Sections[0].Markdown);
    }

    [Fact]
    public async Task Editions_that_do_not_exist_are_not_found_and_the_list_takes_as_many_queries_for_many()
    {
        using var editor = await host.SignedInAsync(Roles.Editor);
        (await editor.GetAsync($"/staff/newsletter/{Guid.CreateVersion7()}")).AssertStatus(HttpStatusCode.NotFound);
        (await editor.GetAsync("/staff/newsletter/old")).AssertStatus(HttpStatusCode.NotFound);
        (await editor.GetAsync($"/staff/newsletter/{Guid.CreateVersion7()}/send")).AssertStatus(HttpStatusCode.NotFound);

        await host.AddAsync(Made());
        await host.AssertSameQueryCount(() => editor.GetAsync("/staff/newsletter"), () => host.AddAsync(Made(), Made(), Made()));

        Edition Made() => new(EditionId.New(), new EditionText(Subject(), "", "en", true, [new EditionSection(null, [], "Hello")]), "Editor", host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Who_may_write_finds_the_newsletter_at_the_side_of_every_staff_page_and_nobody_else_does()
    {
        using var editor = await host.SignedInAsync(Roles.Editor);
        using var auditor = await host.SignedInAsync(Roles.Auditor);

        Assert.NotEmpty((await editor.GetAsync("/staff")).Document.QuerySelectorAll("nav a[href='/staff/newsletter']"));
        Assert.NotEmpty((await editor.GetAsync("/staff")).Document.QuerySelectorAll("nav a[href='/staff/events']"));
        Assert.Empty((await auditor.GetAsync("/staff")).Document.QuerySelectorAll("nav a[href='/staff/newsletter'], nav a[href='/staff/events']"));
    }

    private static string Subject() => $"News {Interlocked.Increment(ref count)}";

    private Task<Edition> FindAsync(string subject) => host.WithDataAsync(db => db.Editions.AsNoTracking().SingleAsync(e => e.Subject == subject));
}

public sealed class WritingAnEditionTestsOnSqlite(OnSqlite fixture) : WritingAnEditionTests(fixture), IClassFixture<OnSqlite>;

public sealed class WritingAnEditionTestsOnPostgreSql(OnPostgreSql fixture) : WritingAnEditionTests(fixture), IClassFixture<OnPostgreSql>;
