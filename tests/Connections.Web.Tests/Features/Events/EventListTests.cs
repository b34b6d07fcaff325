using Connections.Testing;
using Connections.Web.Features.Events.Jobs;
using Microsoft.EntityFrameworkCore;
using static Connections.Web.Tests.Features.Events.EventExamples;

namespace Connections.Web.Tests.Features.Events;

public abstract class EventListTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task The_list_and_its_calendar_are_narrowed_by_country_topic_and_whether_one_can_join_online()
    {
        var there = await host.PublishedEventAsync(Details with { Title = Title("In Peru"), Country = "PE" });
        var online = await host.PublishedEventAsync(Details with { Title = Title("Online"), Venue = null, City = null, Country = null, OnlineUrl = "https://meet.example.org/a" });
        var study = await host.PublishedEventAsync(Details with { Title = Title("Lecture"), Country = "PE", Topics = ["study", "living"] });

        Assert.Equal([there, study], await ShownAsync("country=PE"));
        Assert.Equal([study], await ShownAsync("country=PE&topic=study"));
        Assert.Equal([online], await ShownAsync("online=true"));
        Assert.Equal([there, online, study], await ShownAsync("country=&topic=&page=1"));
        Assert.Equal([there, online, study], await ShownAsync("country=XX&topic=gossip&online=perhaps"));

        async Task<IReadOnlyList<Domain.Events.Event>> ShownAsync(string query)
        {
            using var visitor = host.Visitor();
            var page = await visitor.GetAsync($"/events?{query}");
            var feed = await CalendarReader.ReadAsync(await visitor.Http.GetStringAsync($"/events/calendar.ics?{query}"));
            var titles = page.Texts(".event h3");
            var shown = new[] { there, online, study }.Where(e => titles.Contains(e.Details.Title)).ToList();
            Assert.Equal(shown, new[] { there, online, study }.Where(e => feed.Any(f => f.Title == e.Details.Title)));
            return shown;
        }
    }

    [Fact]
    public async Task What_is_over_leaves_the_list_and_keeps_its_page()
    {
        var over = await host.PublishedEventAsync(Details with { Title = Title("Over"), StartsAt = new(2026, 12, 1, 19, 0, 0), EndsAt = new(2026, 12, 1, 21, 0, 0) });
        var underWay = await host.PublishedEventAsync(Details with { Title = Title("Five years"), StartsAt = new(2024, 1, 1, 9, 0, 0), EndsAt = new(2028, 12, 31, 17, 0, 0) });
        using var visitor = host.Visitor();

        var list = (await visitor.GetAsync("/events")).Texts(".event h3");

        Assert.DoesNotContain(over.Details.Title, list);
        Assert.Contains(underWay.Details.Title, list);
        Assert.Contains("This event is over.", (await visitor.GetAsync($"/events/{over.Slug}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_given_on_the_clock_of_the_place_and_on_the_readers()
    {
        var found = await host.PublishedEventAsync(Details with { Title = Title("Far away"), TimeZone = "Pacific/Auckland", Country = "NZ" });
        using var visitor = host.Visitor();
        visitor.Cookies.Set("zone", "America%2FHalifax");

        var text = (await visitor.GetAsync($"/events/{found.Slug}")).Text;

        Assert.Contains("7pm to 9:30pm, 20 January 2027 (Auckland)", text, StringComparison.Ordinal);
        Assert.Contains("2am to 4:30am, 20 January 2027 (Halifax)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_begins_with_noon_begins_with_a_capital()
    {
        var found = await host.PublishedEventAsync(Details with { Title = Title("Lunch"), StartsAt = new(2027, 1, 20, 12, 0, 0), EndsAt = new(2027, 1, 20, 15, 0, 0) });
        using var visitor = host.Visitor();

        Assert.Contains("Noon to 3pm, 20 January 2027 (Edinburgh)", (await visitor.GetAsync($"/events/{found.Slug}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lasts_for_days_begins_and_ends_on_the_readers_clock_too()
    {
        await host.PublishedEventAsync(Details with { Title = Title("Festival"), TimeZone = "Pacific/Auckland", StartsAt = new(2027, 1, 20, 9, 0, 0), EndsAt = new(2027, 1, 24, 17, 0, 0) });
        using var visitor = host.Visitor();

        var text = (await visitor.GetAsync("/events")).Text;

        Assert.Contains("20 January 2027, 9am to 24 January 2027, 5pm (Auckland)", text, StringComparison.Ordinal);
        Assert.Contains("19 January 2027, 8pm to 24 January 2027, 4am (Edinburgh)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeating_event_says_how_and_a_job_lays_out_its_times_as_far_as_the_horizon_reaches()
    {
        var weekly = await host.PublishedEventAsync(Details with { Title = Title("Weekly"), Recurrence = "FREQ=WEEKLY;COUNT=150" });
        var before = await CountAsync();
        using var visitor = host.Visitor();
        Assert.Contains("Every week, 150 times in all", (await visitor.GetAsync($"/events/{weekly.Slug}")).Text, StringComparison.Ordinal);

        var now = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromDays(70));
        await LayOutAsync();
        await LayOutAsync();
        host.Clock.SetTo(now);

        Assert.Equal(before + 10, await CountAsync());

        Task<int> CountAsync() => host.WithDataAsync(db => db.EventOccurrences.CountAsync(o => o.EventId == weekly.Id));
        Task LayOutAsync() => host.WithAsync<LayOutOccurrences, bool>(async job =>
        {
            await job.HandleAsync(CancellationToken.None);
            return true;
        });
    }
}

public sealed class EventListTestsOnSqlite(OnSqlite fixture) : EventListTests(fixture), IClassFixture<OnSqlite>;

public sealed class EventListTestsOnPostgreSql(OnPostgreSql fixture) : EventListTests(fixture), IClassFixture<OnPostgreSql>;
