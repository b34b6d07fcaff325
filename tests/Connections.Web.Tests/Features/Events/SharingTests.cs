using System.Net;
using Connections.Domain.Events;
using Connections.Testing;
using Connections.Testing.Html;
using Microsoft.EntityFrameworkCore;
using static Connections.Web.Tests.Features.Events.EventExamples;

namespace Connections.Web.Tests.Features.Events;

public abstract class SharingTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task A_partner_shares_an_event_and_sees_that_it_is_being_checked()
    {
        var partner = await host.PartnerAsync();
        using var visitor = await host.SignedInAsync(partner.AccountId);
        var title = Title("Evening of harbour songs");

        var page = await (await visitor.ShareFormAsync(title)).SubmitAsync();

        page.AssertShown("Your events");
        Assert.Contains($"“{title}” is with us.", page.Text, StringComparison.Ordinal);
        var shared = await FindAsync(title);
        Assert.Equal((EventStatus.Submitted, partner.Id, partner.Name), (shared.Status, shared.PartnerId, shared.Organiser));
        Assert.Equal((new DateTime(2027, 1, 20, 19, 0, 0), new DateTime(2027, 1, 20, 21, 30, 0)), (shared.Details.StartsAt, shared.Details.EndsAt));
        (await visitor.GetAsync($"/events/{shared.Slug}")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Posting_the_form_again_shares_one_event_with_the_words_typed_last()
    {
        using var visitor = await host.SignedInAsync((await host.PartnerAsync()).AccountId);
        var title = Title("Posted twice");
        var form = await visitor.ShareFormAsync(title);

        await form.SubmitAsync();
        await form.SubmitAsync();
        await form.Set("Input.Summary", "Soup and songs.").SubmitAsync();

        Assert.Equal("Soup and songs.", (await FindAsync(title)).Details.Summary);
    }

    [Theory]
    [InlineData("18:30", 18, 30)]
    [InlineData("18.30", 18, 30)]
    [InlineData("6.30pm", 18, 30)]
    [InlineData("6:30 p.m.", 18, 30)]
    [InlineData("6 PM", 18, 0)]
    [InlineData("noon", 12, 0)]
    [InlineData("12am", 0, 0)]
    public async Task A_time_is_understood_as_people_write_it_and_as_the_site_shows_it(string typed, int hour, int minute)
    {
        using var visitor = await host.SignedInAsync((await host.PartnerAsync()).AccountId);
        var title = Title($"At {typed}");

        await (await visitor.ShareFormAsync(title)).Put("Input.StartTime", typed).Put("Input.EndTime", "23:00").SubmitAsync();

        Assert.Equal(new TimeOnly(hour, minute), TimeOnly.FromDateTime((await FindAsync(title)).Details.StartsAt));
    }

    [Theory]
    [InlineData("Input.Title", "", "Input.Title", "Enter the name of the event")]
    [InlineData("Input.Summary", "", "Input.Summary", "Say in one or two sentences what it is")]
    [InlineData("Input.StartTime", "half past seven", "Input.StartTime", "Enter a time like 19:00 or 7pm")]
    [InlineData("Input.EndTime", "18:00", "Input.EndTime", "The event must end after it starts")]
    [InlineData("Input.TimeZone", "Europe/Atlantis", "Input.TimeZone", "Choose the time zone of the place")]
    [InlineData("Input.Repeats", "hourly", "Input.Repeats", "Choose how it repeats")]
    [InlineData("Input.Times", "1", "Input.Times", "Enter a number from 2 to 200")]
    [InlineData("Input.Venue", "", "Input.Venue", "Enter a place, or a web address to join online")]
    [InlineData("Input.Country", "XX", "Input.Country", "Choose a country from the list")]
    [InlineData("Input.OnlineUrl", "javascript:alert(1)", "Input.OnlineUrl", "Enter a web address that begins with https://")]
    [InlineData("Input.Languages", "xx", "Input.Languages", "Choose languages from the list")]
    [InlineData("Input.Topics", "gossip", "Input.Topics", "Choose topics from the list")]
    [InlineData("Input.KeepsToBoundaries", "false", "Input.KeepsToBoundaries", "Confirm that the event keeps to the boundaries")]
    public async Task What_is_wrong_is_said_beside_its_box_and_the_rest_is_kept(string name, string value, string field, string error)
    {
        using var visitor = await host.SignedInAsync((await host.PartnerAsync()).AccountId);
        var title = Title("Wrong");

        var page = await (await visitor.ShareFormAsync(title)).Put(name, value).SubmitAsync();

        page.AssertStatus(HttpStatusCode.OK).AssertHasError(field, error);
        Assert.Contains("Songs and soup.", name == "Input.Summary" ? "Songs and soup." : page.Document.QuerySelector("[name='Input.Summary']")!.TextContent, StringComparison.Ordinal);
        Assert.False(await host.WithDataAsync(db => db.Events.AnyAsync(e => e.Details.Title == title)));
    }

    [Fact]
    public async Task A_year_out_of_reach_and_a_time_that_the_clocks_skip_are_refused_beside_their_boxes()
    {
        using var visitor = await host.SignedInAsync((await host.PartnerAsync()).AccountId);

        var far = await (await visitor.ShareFormAsync(Title("Far"))).Set("Input.StartsOn.Year", "9999").Set("Input.EndsOn.Year", "9999").SubmitAsync();
        var skipped = await (await visitor.ShareFormAsync(Title("Skipped"))).Set("Input.TimeZone", "Europe/London")
            .Set("Input.StartsOn.Day", "28").Set("Input.StartsOn.Month", "3").Set("Input.StartTime", "01:30")
            .Set("Input.EndsOn.Day", "28").Set("Input.EndsOn.Month", "3").SubmitAsync();

        Assert.Equal(["Day it starts: Enter a year from 2000 to 2100", "Day it ends: Enter a year from 2000 to 2100"], far.Texts(".error-summary a"));
        skipped.AssertHasError("Input.StartTime", "The clocks skip this time on that day. Choose another time");
    }

    [Fact]
    public async Task Once_the_accreditation_has_ended_nothing_is_shared()
    {
        using var visitor = await host.SignedInAsync((await host.PartnerAsync(until: new DateOnly(2026, 12, 1))).AccountId);
        using var lastDay = await host.SignedInAsync((await host.PartnerAsync(until: new DateOnly(2026, 12, 2))).AccountId);
        var title = Title("Too late");

        var yours = await visitor.GetAsync("/your-events");
        var page = await (await visitor.ShareFormAsync(title)).SubmitAsync();

        Assert.Contains("Your accreditation ended on 1 December 2026.", yours.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Add an event", yours.Text, StringComparison.Ordinal);
        Assert.Contains("Your accreditation has ended, so events cannot be shared", page.Text, StringComparison.Ordinal);
        Assert.False(await host.WithDataAsync(db => db.Events.AnyAsync(e => e.Details.Title == title)));
        (await (await lastDay.ShareFormAsync(Title("In time"))).SubmitAsync()).AssertShown("Your events");
    }

    [Fact]
    public async Task The_event_of_another_partner_does_not_exist_here()
    {
        var theirs = await host.SubmittedEventAsync(Details with { Title = Title("Theirs") }, await host.PartnerAsync());
        using var visitor = await host.SignedInAsync((await host.PartnerAsync()).AccountId);
        var form = await visitor.ShareFormAsync("Mine now");

        (await visitor.GetAsync($"/your-events/share/{theirs.Id}")).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"/your-events/{theirs.Id}/cancel")).AssertStatus(HttpStatusCode.NotFound);
        var posted = await visitor.PostAsync($"/your-events/share/{theirs.Id}", new FormUrlEncodedContent(form.Values));

        posted.AssertStatus(HttpStatusCode.NotFound);
        Assert.Equal(theirs.Details.Title, (await host.WithDataAsync(db => db.Events.SingleAsync(e => e.Id == theirs.Id))).Details.Title);
        Assert.DoesNotContain(theirs.Details.Title, (await visitor.GetAsync("/your-events")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_event_that_changes_stays_on_the_list_as_it_was()
    {
        var partner = await host.PartnerAsync();
        var found = await host.PublishedEventAsync(Details with { Title = Title("Moves"), Recurrence = "FREQ=WEEKLY;COUNT=4" }, partner);
        using var visitor = await host.SignedInAsync(partner.AccountId);
        (await visitor.GetAsync($"/events/{found.Slug}")).AssertShown(found.Details.Title);

        var form = (await visitor.GetAsync($"/your-events/share/{found.Id}")).Form("Send for checking");
        var page = await form.Set("Input.Venue", "Town Hall").Set("Input.KeepsToBoundaries", "true").SubmitAsync();

        page.AssertShown("Your events");
        Assert.Contains("Leith Hall", (await visitor.GetAsync($"/events/{found.Slug}")).AssertShown(found.Details.Title).Text, StringComparison.Ordinal);
        Assert.Equal(4, await host.WithDataAsync(db => db.EventOccurrences.CountAsync(o => o.EventId == found.Id)));
        var changed = await FindAsync(found.Details.Title);
        Assert.Equal(("FREQ=WEEKLY;COUNT=4", "Town Hall", 0), (changed.Proposed?.Recurrence, changed.Proposed?.Venue, changed.Sequence));
    }

    [Fact]
    public async Task Who_saves_over_somebody_is_told_keeps_what_was_typed_and_may_insist()
    {
        var partner = await host.PartnerAsync();
        var found = await host.SubmittedEventAsync(Details with { Title = Title("Two tabs") }, partner);
        using var visitor = await host.SignedInAsync(partner.AccountId);
        var first = (await visitor.GetAsync($"/your-events/share/{found.Id}")).Form("Send for checking").Set("Input.KeepsToBoundaries", "true");
        var second = (await visitor.GetAsync($"/your-events/share/{found.Id}")).Form("Send for checking").Set("Input.KeepsToBoundaries", "true");
        await first.Set("Input.Summary", "The first").SubmitAsync();

        var page = await second.Set("Input.Summary", "The second").SubmitAsync();

        Assert.Contains("This event was changed while you were writing.", page.Text, StringComparison.Ordinal);
        Assert.Equal("The first", (await FindAsync(found.Details.Title)).Details.Summary);
        (await page.Form("Send for checking").SubmitAsync()).AssertShown("Your events");
        Assert.Equal("The second", (await FindAsync(found.Details.Title)).Details.Summary);
    }

    [Fact]
    public async Task A_cancelled_event_stays_on_the_site_as_cancelled()
    {
        var partner = await host.PartnerAsync();
        var found = await host.PublishedEventAsync(Details with { Title = Title("Called off") }, partner);
        using var visitor = await host.SignedInAsync(partner.AccountId);
        var form = (await visitor.GetAsync($"/your-events/{found.Id}/cancel")).Form("Yes, cancel the event").Set("Reason", "The hall is flooded.");
        var elsewhere = (await visitor.GetAsync($"/your-events/{found.Id}/cancel")).Form("Yes, cancel the event").Set("Reason", "The hall is flooded.");

        var page = await form.SubmitAsync();

        Assert.Contains($"“{found.Details.Title}” is cancelled.", page.Text, StringComparison.Ordinal);
        Assert.Contains("This event does not take place. The hall is flooded.", (await visitor.GetAsync($"/events/{found.Slug}")).Text, StringComparison.Ordinal);
        Assert.Contains("This event is already cancelled", (await elsewhere.SubmitAsync()).Text, StringComparison.Ordinal);
        (await visitor.GetAsync($"/your-events/{found.Id}/cancel")).AssertShown("Your events");
        (await visitor.GetAsync($"/your-events/share/{found.Id}")).AssertStatus(HttpStatusCode.NotFound);
    }

    private Task<Event> FindAsync(string title) => host.WithDataAsync(db => db.Events.AsNoTracking().SingleAsync(e => e.Details.Title == title));
}

public sealed class SharingTestsOnSqlite(OnSqlite fixture) : SharingTests(fixture), IClassFixture<OnSqlite>;

public sealed class SharingTestsOnPostgreSql(OnPostgreSql fixture) : SharingTests(fixture), IClassFixture<OnPostgreSql>;
