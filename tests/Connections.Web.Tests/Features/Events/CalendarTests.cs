using System.Net;
using System.Text;
using Connections.Domain.Events;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;
using static Connections.Web.Tests.Features.Events.EventExamples;

namespace Connections.Web.Tests.Features.Events;

/// <summary>What we write, as a calendar program that is not ours understands it.</summary>
public abstract class CalendarTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Theory]
    [InlineData("Europe/London", "FREQ=WEEKLY")]
    [InlineData("Europe/London", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SU;WKST=SU;COUNT=30")]
    [InlineData("Pacific/Auckland", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270630T070000Z")]
    [InlineData("America/New_York", "FREQ=WEEKLY;UNTIL=20270317")]
    [InlineData("America/New_York", "FREQ=DAILY;INTERVAL=3;UNTIL=20270320T190000")]
    [InlineData("America/St_Johns", "FREQ=MONTHLY;BYDAY=3WE")]
    [InlineData("Asia/Kolkata", "FREQ=MONTHLY;COUNT=12")]
    [InlineData("Europe/London", "FREQ=YEARLY")]
    public async Task A_repeating_event_takes_place_when_we_say_it_does(string zone, string rule)
    {
        var details = Details with { Title = Title("Repeats"), TimeZone = zone, Recurrence = rule, Exceptions = [new(2027, 2, 3, 19, 0, 0)] };
        var made = await host.PublishedEventAsync(details);

        var read = await ReadOneAsync(made);

        var ours = made.Occurrences(host.Clock.GetUtcNow()).Select(o => o.StartsAt).ToList();
        Assert.Equal(zone, read.TimeZone);
        Assert.True(read.Recurs);
        Assert.InRange(ours.Count, 2, 200);
        Assert.Equal(ours, read.Starts.Take(ours.Count));
        Assert.True(rule.Contains("COUNT", StringComparison.Ordinal) || rule.Contains("UNTIL", StringComparison.Ordinal) ? read.Starts.Count == ours.Count : read.Starts.Count > ours.Count);
    }

    [Fact]
    public async Task An_event_on_the_days_of_each_change_of_the_clocks_keeps_its_instants()
    {
        foreach (var start in new DateTime[] { new(2027, 3, 28, 0, 30, 0), new(2027, 3, 28, 2, 30, 0), new(2027, 10, 31, 0, 30, 0), new(2027, 10, 31, 2, 30, 0) })
        {
            var made = await host.PublishedEventAsync(Details with { Title = Title("Clocks"), StartsAt = start, EndsAt = start.AddHours(4) });

            var read = await ReadOneAsync(made);

            var ours = Assert.Single(made.Occurrences(host.Clock.GetUtcNow()));
            Assert.Equal((ours.StartsAt, ours.EndsAt), (read.StartsAt, read.EndsAt));
        }
    }

    [Fact]
    public async Task Words_of_every_script_with_every_sign_that_has_a_meaning_come_through_whole()
    {
        var title = Title("Céilidh; “Ἑλλάς”, スコットランドの夜 – حفلة \\ 한국 🏴󠁧󠁢󠁳󠁣󠁴󠁿 " + "長い名前の集まり");
        var made = await host.PublishedEventAsync(Details with
        {
            Title = title,
            Summary = "First line, and:\r\nsecond; BEGIN:VEVENT\nthird \\n stays",
            Venue = "Hall; room 1, \"north\"",
            OnlineUrl = "https://meet.example.org/a?b=c,d;e",
        });

        var text = await TextAsync($"/events/{made.Slug}/calendar.ics");
        var read = Assert.Single(await CalendarReader.ReadAsync(text));

        Assert.Equal(title, read.Title);
        Assert.Equal("First line, and:\nsecond; BEGIN:VEVENT\nthird \\n stays\n\nhttps://meet.example.org/a?b=c,d;e", read.Description);
        Assert.Equal("Hall; room 1, \"north\", Edinburgh", read.Place);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_and_a_cancellation_keep_the_uid_and_raise_the_sequence()
    {
        var partner = await host.PartnerAsync();
        var made = await host.PublishedEventAsync(Details with { Title = Title("Followed") }, partner);
        var first = await ReadOneAsync(made);
        using var visitor = await host.SignedInAsync(partner.AccountId);
        await (await visitor.GetAsync($"/your-events/{made.Id}/cancel")).Form("Yes, cancel the event").SubmitAsync();

        var second = await ReadOneAsync(made);

        Assert.Equal((0, false), (first.Sequence, first.IsCancelled));
        Assert.Equal((1, true), (second.Sequence, second.IsCancelled));
        Assert.Equal(first.Uid, second.Uid);
        Assert.Contains(await CalendarReader.ReadAsync(await TextAsync("/events/calendar.ics")), e => e.Uid == first.Uid && e.IsCancelled);
    }

    [Fact]
    public async Task One_date_is_called_off_everywhere_and_takes_place_after_all()
    {
        var partner = await host.PartnerAsync();
        var made = await host.PublishedEventAsync(Details with { Title = Title("Weekly"), Recurrence = "FREQ=WEEKLY;COUNT=3" }, partner);
        var before = await ReadOneAsync(made);
        using var visitor = await host.SignedInAsync(partner.AccountId);
        var dates = await (await visitor.GetAsync("/your-events")).FollowAsync($"Dates {made.Details.Title}");

        var unsaid = await dates.Form(dates.Forms()[1]).Set("Reason", " ").SubmitAsync();
        var tooLong = await dates.Form(dates.Forms()[1]).Set("Reason", new string('x', 201)).SubmitAsync();
        var off = await dates.Form(dates.Forms()[1]).Set("Reason", " A pipe burst; come to the next. ").SubmitAsync();

        Assert.Equal(["Say in a few words why it does not take place"], unsaid.Texts(".error-summary li"));
        Assert.Equal("reason-1", unsaid.Document.QuerySelector("[aria-invalid=true]")!.Id);
        Assert.Equal(["Takes place", "Takes place", "Takes place"], unsaid.Texts("td .status"));
        Assert.Equal(["Use 200 characters or fewer"], tooLong.Texts(".error-summary li"));
        Assert.Equal(new string('x', 201), tooLong.Document.QuerySelector("[aria-invalid=true]")!.GetAttribute("value"));
        off.AssertShown($"Dates of {made.Details.Title}");
        Assert.Equal(["Takes place", "Cancelled", "Takes place"], off.Texts("td .status"));
        var after = await ReadOneAsync(made);
        Assert.Equal((before.Uid, 1, false), (after.Uid, after.Sequence, after.IsCancelled));
        Assert.Equal([before.Starts[0], before.Starts[2]], after.Starts);
        var list = await visitor.GetAsync("/events?topic=culture&country=GB");
        Assert.Equal(1, list.Document.QuerySelectorAll("main li").Count(l => l.TextContent.Contains(made.Details.Title, StringComparison.Ordinal) && l.TextContent.Contains("Cancelled", StringComparison.Ordinal)));
        Assert.Contains("Cancelled A pipe burst; come to the next.", list.Text, StringComparison.Ordinal);
        var shown = await visitor.GetAsync($"/events/{made.Slug}");
        Assert.Equal(["Cancelled"], shown.Texts("aside .status"));
        Assert.Contains("A pipe burst; come to the next.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("\r\nCOMMENT:2027-01-27: A pipe burst\\; come to the next.\r\n", await TextAsync($"/events/{made.Slug}/calendar.ics"), StringComparison.Ordinal);
        await host.WithDataAsync(async db => Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Action == "events.call-off-date" && a.Reason == "A pipe burst; come to the next." && a.Subject == $"event:{made.Id}")));

        await off.Form("It takes place after all").SubmitAsync();

        Assert.Equal(before.Starts, (await ReadOneAsync(made)).Starts);
        Assert.DoesNotContain("COMMENT", await TextAsync($"/events/{made.Slug}/calendar.ics"), StringComparison.Ordinal);
        Assert.Empty((await visitor.GetAsync($"/events/{made.Slug}")).Texts("aside .status"));
    }

    [Fact]
    public async Task Staff_call_off_a_date_of_any_event_and_other_partners_of_none()
    {
        var made = await host.PublishedEventAsync(Details with { Title = Title("Weekly"), Recurrence = "FREQ=WEEKLY;COUNT=3" }, await host.PartnerAsync());
        using var editor = await host.SignedInAsync(Roles.Editor);
        using var other = await host.SignedInAsync((await host.PartnerAsync()).AccountId);

        var page = await (await editor.GetAsync($"/events/{made.Slug}")).FollowAsync("Call off a date");
        var open = page.Form(page.Forms()[0]);
        await page.Form(page.Forms()[2]).Set("Reason", "Ice on the stairs.").SubmitAsync();
        var stale = await open.Set("Reason", "Ice on the roads.").SubmitAsync();

        Assert.Contains("Somebody changed this event while you were reading it.", stale.Text, StringComparison.Ordinal);
        Assert.Equal(["Takes place", "Takes place", "Cancelled"], stale.Texts("td .status"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/your-events/{made.Id}/dates")).Status);
    }

    [Fact]
    public async Task What_is_not_public_is_in_no_calendar()
    {
        var waiting = await host.SubmittedEventAsync(Details with { Title = Title("Waiting") });
        using var visitor = host.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Http.GetAsync($"/events/{waiting.Slug}/calendar.ics")).StatusCode);
        Assert.DoesNotContain(waiting.Details.Title, await TextAsync("/events/calendar.ics"), StringComparison.Ordinal);
    }

    private async Task<CalendarEvent> ReadOneAsync(Event made) => Assert.Single(await CalendarReader.ReadAsync(await TextAsync($"/events/{made.Slug}/calendar.ics")));

    private async Task<string> TextAsync(string path)
    {
        using var visitor = host.Visitor();
        var answer = await visitor.Http.GetAsync(path);
        Assert.Equal("text/calendar", answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }
}

public sealed class CalendarTestsOnSqlite(OnSqlite fixture) : CalendarTests(fixture), IClassFixture<OnSqlite>;

public sealed class CalendarTestsOnPostgreSql(OnPostgreSql fixture) : CalendarTests(fixture), IClassFixture<OnPostgreSql>;
