using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Connections.Web.Security;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Events;

public abstract class ShareAnEventTests(Portal portal, Chromium chromium)
{
    [Fact]
    public async Task A_partner_shares_an_event_staff_publish_it_and_calendars_and_readers_far_away_get_its_time()
    {
        var shared = new EventToShare(
            "Evening of harbour songs", "Songs from both shores, with words to follow.",
            new DateOnly(2026, 12, 5), "19:00", "21:30", "Pacific/Auckland", "Dunedin", "NZ");
        var partner = await YourEventsPage.OpenAsync(await portal.OpenAsync(chromium, portal.PersonWith(Roles.ConsularPartner)));
        var yours = await (await partner.AddAsync()).SendAsync(shared);
        await Assertions.Expect(yours.Row(shared.Title)).ToContainTextAsync("Being checked");

        var queue = await EventQueuePage.OpenAsync(await portal.OpenAsync(chromium, portal.PersonWith(Roles.Editor)));
        await (await queue.OpenEventAsync(shared.Title)).PublishAsync();

        // 7pm in a summer of Dunedin is 6am in London and 2am in Halifax.
        var reader = await portal.OpenAsync(chromium, zone: "America/Halifax");
        var events = await EventsPage.OpenAsync(reader, "NZ");
        var read = Assert.Single(await CalendarReader.ReadAsync(await events.CalendarAsync()), e => e.Title == shared.Title);
        Assert.Equal(new DateTimeOffset(2026, 12, 5, 6, 0, 0, TimeSpan.Zero), read.StartsAt);
        Assert.Equal(new DateTimeOffset(2026, 12, 5, 8, 30, 0, TimeSpan.Zero), read.EndsAt);

        var found = await events.OpenEventAsync(shared.Title);
        await found.ShowsHeadingAsync(shared.Title);
        await found.ShowsTextAsync("7pm to 9:30pm, 5 December 2026 (Auckland)");
        await found.ShowsTextAsync("2am to 4:30am, 5 December 2026 (Halifax)");
    }

    [Fact]
    public async Task The_whole_calendar_is_read_by_a_program_that_is_not_ours()
    {
        var events = await EventsPage.OpenAsync(await portal.OpenAsync(chromium));

        var read = await CalendarReader.ReadAsync(await events.CalendarAsync());

        Assert.NotEmpty(read);
        Assert.Equal(read.Count, read.Select(e => e.Uid).Distinct().Count());
        Assert.All(read, e => Assert.True(e.EndsAt >= e.StartsAt, e.Title));
    }
}

public sealed class ShareAnEventInScotland(Scotland portal, Chromium chromium) : ShareAnEventTests(portal, chromium);

public sealed class ShareAnEventInBristol(Bristol portal, Chromium chromium) : ShareAnEventTests(portal, chromium);
