using System.Net;
using Connections.Domain.Directory;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Directory.Emails;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Directory;

/// <summary>What visitors see and do.</summary>
public abstract class DirectoryPageTests(HostFixture fixture)
{
    private ConnectionsHost Host => fixture.Host;

    [Fact]
    public async Task A_search_shows_what_it_found_and_the_numbers_by_which_to_narrow_it()
    {
        await Host.PublishedListingAsync(DirectoryExamples.Content("Kiwi Harp Circle"));
        await Host.PublishedListingAsync(DirectoryExamples.Content("Kiwi Harp Online") with { Meets = [MeetingWay.Online], Country = "CA", Place = "Halifax" });
        using var visitor = Host.Visitor();

        var page = await visitor.GetAsync("/directory?q=kiwi+harp&country=NZ");

        Assert.Equal(["Kiwi Harp Circle"], page.Texts(".result h3"));
        Assert.Equal("1 community matches “kiwi harp”", page.Texts(".dir-bar__count").Single());
        Assert.Contains("Canada (1)", page.Texts(".facet .choice"));
        Assert.Contains("New Zealand (1)", page.Texts(".facet .choice"));
    }

    [Fact]
    public async Task Other_words_keep_what_is_ticked()
    {
        using var visitor = Host.Visitor();

        var page = await visitor.GetAsync("/directory?kind=heritage&kind=other&country=NZ&country=CA&language=en&meets=online");
        page = await page.Form("Find communities").Set("q", "ceilidh").SubmitAsync();

        Assert.Equal(
            ["CA", "NZ", "en", "heritage", "online", "other"],
            page.Document.QuerySelectorAll(".facets input[checked]").Select(i => i.GetAttribute("value")).Order(StringComparer.Ordinal));
        page = await page.Form("Find communities").Set("kind", "business-network").SubmitAsync();
        Assert.Equal(
            ["CA", "NZ", "business-network", "en", "online"],
            page.Document.QuerySelectorAll(".facets input[checked]").Select(i => i.GetAttribute("value")).Order(StringComparer.Ordinal));
        page = await page.Form("Find communities").Set("kind", "").SubmitAsync();
        Assert.Equal(
            ["CA", "NZ", "en", "online"],
            page.Document.QuerySelectorAll(".facets input[checked]").Select(i => i.GetAttribute("value")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(-45.87, 170.5, "18,810 km from Edinburgh")]
    [InlineData(55.97, -3.17, null)]
    public async Task A_listing_shows_how_far_away_it_is_unless_it_is_at_home(double latitude, double longitude, string? says)
    {
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Fiddles of the Forth"), new GeoPoint(latitude, longitude));
        using var visitor = Host.Visitor();

        var page = await visitor.GetAsync($"/directory/{listing.Slug}");

        Assert.Equal(says is null ? [] : [says], page.Texts(".panel--map > p"));
    }

    [Fact]
    public async Task A_misspelt_search_says_what_it_searched_for()
    {
        await Host.PublishedListingAsync(DirectoryExamples.Content("Marmalade Society"));
        using var visitor = Host.Visitor();

        var page = await visitor.GetAsync("/directory?q=marmelade");

        Assert.Contains("Marmalade Society", page.Texts(".result h3"));
        Assert.Equal("Nothing here says “marmelade”. You see what was found for marmalade", page.Texts(".results .notice").Single());
    }

    [Theory]
    [InlineData("%")]
    [InlineData("🎻")]
    [InlineData("  ?! ")]
    public async Task What_cannot_be_searched_for_is_told_and_nothing_is_said_to_match(string typed)
    {
        using var visitor = Host.Visitor();

        var page = await visitor.GetAsync($"/directory?q={Uri.EscapeDataString(typed)}");
        var narrowed = await visitor.GetAsync($"/directory?q={Uri.EscapeDataString(typed)}&country=NZ");

        Assert.Contains($"“{typed.Trim()}” has no letter or figure to search for, so this is the whole directory:", page.Text, StringComparison.Ordinal);
        Assert.Contains("so only what you ticked counts:", narrowed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("match “", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/directory?page=0")]
    [InlineData("/directory?page=99999999999999999999&kind=nothing&country=%00&language=&meets=x&meets=y")]
    [InlineData("/directory?q=%ED%A0%80&view=map")]
    [InlineData("/directory?q=<script>alert(1)</script>")]
    public async Task An_address_that_makes_no_sense_is_answered_with_a_page(string path)
    {
        using var visitor = Host.Visitor();

        var page = await visitor.GetAsync(path);

        page.AssertStatus(HttpStatusCode.OK);
        Assert.Equal("Find a community", page.Heading);
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task The_list_asks_the_database_as_much_for_three_listings_as_for_one()
    {
        await Host.PublishedListingAsync(DirectoryExamples.Content("Query Counters One"));
        using var visitor = Host.Visitor();

        await Host.AssertSameQueryCount(
            async () => await visitor.GetAsync($"/directory?q=query+counters&nocache={Guid.NewGuid():N}"),
            async () =>
            {
                await Host.PublishedListingAsync(DirectoryExamples.Content("Query Counters Two"));
                await Host.PublishedListingAsync(DirectoryExamples.Content("Query Counters Three"));

                // The first search after a change reads what changed; it is no search's own doing.
                await visitor.GetAsync("/directory");
            });
    }

    [Fact]
    public async Task The_map_lists_the_same_places_as_text()
    {
        await Host.PublishedListingAsync(DirectoryExamples.Content("Mapped Pipers") with { Place = "Invercargill" });
        using var visitor = Host.Visitor();

        var page = await visitor.GetAsync("/directory?view=map&q=mapped+pipers");

        Assert.Equal(["Invercargill"], page.Texts(".map-panel tbody th"));
        Assert.Single(page.Document.QuerySelectorAll("svg.map .map__dot"));
    }

    [Fact]
    public async Task The_file_holds_the_same_listings_and_no_cell_that_runs()
    {
        await Host.PublishedListingAsync(DirectoryExamples.Content("=HYPERLINK(\"x\") Zumba"));
        using var visitor = Host.Visitor();

        using var response = await visitor.Http.GetAsync("/directory.csv?q=hyperlink+zumba");

        var lines = (await response.Content.ReadAsStringAsync()).Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("\"'=HYPERLINK", lines[1]);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_listing_says_who_where_and_how_in_the_languages_it_was_written_in()
    {
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Two Tongues") with
        {
            LocalName = "東京スコットランド協会",
            LocalNameLanguage = "ja",
            Texts = [new ListingText("ja", "毎週集まります。", null), new ListingText("en", "We meet weekly.", "First.\n\nSecond.")],
            Website = "https://two-tongues.example.org/",
        });
        using var visitor = Host.Visitor();

        var page = await visitor.GetAsync($"/directory/{listing.Slug}");

        Assert.Equal("Two Tongues", page.Heading);
        Assert.Equal("ja", page.Document.QuerySelector(".listing-local")?.GetAttribute("lang"));
        Assert.Equal(["We meet weekly.", "First.", "Second."], page.Texts(".listing-intro p[lang=en]"));
        Assert.Equal(["毎週集まります。"], page.Texts(".listing-intro p[lang=ja]"));
        using var data = await visitor.Http.GetAsync($"/directory/{listing.Slug}/listing.jsonld");
        Assert.Contains("\"@type\":\"Organization\"", await data.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_listing_that_nobody_confirms_shows_its_name_and_nothing_else()
    {
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Sleeping Society") with { WhoCanCome = "Dreamers of all ages" });
        await Host.WithDataAsync(async db =>
        {
            var stored = await db.Listings.SingleAsync(l => l.Id == listing.Id);
            stored.BecomeDue(Host.Clock.GetUtcNow().AddYears(1));
            stored.BecomeDormant(Host.Clock.GetUtcNow().AddYears(2));
            await db.SaveChangesAsync();
        });
        using var visitor = Host.Visitor();

        var page = await visitor.GetAsync($"/directory/{listing.Slug}");

        Assert.Equal("Sleeping Society", page.Heading);
        Assert.DoesNotContain("Dreamers", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sleeping Society", (await visitor.GetAsync("/directory?q=sleeping+society")).Texts(".result h3"));
        (await visitor.GetAsync($"/directory/{listing.Slug}/contact")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_address_that_no_listing_has_is_not_found()
    {
        using var visitor = Host.Visitor();

        (await visitor.GetAsync("/directory/there-is-no-such-listing")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_message_is_passed_on_and_the_organisations_address_is_not_shown()
    {
        var representative = await Host.PersonAsync();
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Relay Runners"), representative);
        var address = await Host.WithDataAsync(db => db.Users.Where(u => u.Id == representative.Value).Select(u => u.Email!).SingleAsync());
        using var visitor = Host.Visitor();

        var form = (await visitor.GetAsync($"/directory/{listing.Slug}/contact")).Form("Send message");
        var page = await form.Set("Input.Name", "Zoë").Set("Input.Email", "zoe@example.org").Set("Input.Message", "May I come?").SubmitAsync();

        Assert.Equal("Your message is on its way", page.Heading);
        Assert.DoesNotContain(address, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var mail = await Host.OnlyMailAsync<VisitorMessageEmail>(address);
        Assert.Equal("zoe@example.org", mail.ReplyTo);
        Assert.Contains("May I come?", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_a_usable_address_is_not_sent_and_nothing_typed_is_lost()
    {
        var representative = await Host.PersonAsync();
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Careful Correspondents"), representative);
        using var visitor = Host.Visitor();

        var form = (await visitor.GetAsync($"/directory/{listing.Slug}/contact")).Form("Send message");
        var page = await form.Set("Input.Name", "Zoë").Set("Input.Email", "zoe@nowhere@").Set("Input.Message", "May I come?").SubmitAsync();

        page.AssertHasError("Input.Email", "Enter an e-mail address like name@example.org");
        Assert.Equal("May I come?", page.Form("Send message").Values.Single(v => v.Key == "Input.Message").Value);
        Assert.Empty(await Host.WithDataAsync(db => db.OutboxMails.Where(m => m.Text.Contains("Careful Correspondents")).ToListAsync()));
    }

    [Fact]
    public async Task A_suggestion_waits_for_staff_and_changes_nothing()
    {
        var listing = await Host.PublishedListingAsync(DirectoryExamples.Content("Suggestion Box Band"));
        using var visitor = Host.Visitor();

        var form = (await visitor.GetAsync($"/directory/{listing.Slug}/suggest-a-change")).Form("Send suggestion");
        (await form.SubmitAsync()).AssertHasError("Input.Words", "Write a few words");
        var page = await form.Set("Input.Words", "The hall has moved.").SubmitAsync();

        Assert.Equal("Thank you for telling us", page.Heading);
        var message = await Host.WithDataAsync(db => db.ListingMessages.AsNoTracking().SingleAsync(m => m.ListingId == listing.Id));
        Assert.Equal((ListingMessageKind.Suggestion, "The hall has moved.", ListingMessageState.Waiting), (message.Kind, message.Words, message.State));
    }
}

public sealed class DirectoryPageTestsOnSqlite(OnSqlite fixture) : DirectoryPageTests(fixture), IClassFixture<OnSqlite>;

public sealed class DirectoryPageTestsOnPostgreSql(OnPostgreSql fixture) : DirectoryPageTests(fixture), IClassFixture<OnPostgreSql>;
