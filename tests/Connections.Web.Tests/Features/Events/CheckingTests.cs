using System.Net;
using Connections.Domain.Events;
using Connections.Domain.Shared;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Events.Emails;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;
using static Connections.Web.Tests.Features.Events.EventExamples;

namespace Connections.Web.Tests.Features.Events;

public abstract class CheckingTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task Staff_publish_an_event_and_its_organiser_hears_of_it()
    {
        var partner = await host.PartnerAsync();
        var found = await host.SubmittedEventAsync(Details with { Title = Title("To publish"), Recurrence = "FREQ=WEEKLY;COUNT=3" }, partner);
        using var editor = await host.SignedInAsync(Roles.Editor);
        var form = (await (await editor.GetAsync("/staff/events")).FollowAsync(found.Details.Title)).Form("Publish");
        var elsewhere = (await editor.GetAsync($"/staff/events/{found.Id}")).Form("Publish");

        var page = await form.SubmitAsync();

        page.AssertShown("Events to check");
        Assert.Contains($"“{found.Details.Title}” is published.", page.Text, StringComparison.Ordinal);
        (await editor.GetAsync($"/events/{found.Slug}")).AssertShown(found.Details.Title);
        Assert.Equal(3, await host.WithDataAsync(db => db.EventOccurrences.CountAsync(o => o.EventId == found.Id)));
        Assert.Contains($"/events/{found.Slug}", (await host.OnlyMailAsync<EventPublishedEmail>(await AddressAsync(partner.AccountId))).Links());
        Assert.Equal("events.publish", (await host.WithDataAsync(db => db.AuditEntries.SingleAsync(a => a.Subject == $"event:{found.Id}"))).Action);

        Assert.Contains("This event is no longer waiting to be checked", (await elsewhere.SubmitAsync()).Text, StringComparison.Ordinal);
        await host.OnlyMailAsync<EventPublishedEmail>(await AddressAsync(partner.AccountId));
    }

    [Fact]
    public async Task A_published_event_says_what_it_said_until_its_change_is_checked()
    {
        var partner = await host.PartnerAsync();
        var found = await host.PublishedEventAsync(Details with { Title = Title("Stays public") }, partner);
        var changed = $"{found.Details.Title} at ten";
        using var organiser = await host.SignedInAsync(partner.AccountId);
        using var editor = await host.SignedInAsync(Roles.Editor);
        using var visitor = host.Visitor();

        var yours = await (await organiser.GetAsync($"/your-events/share/{found.Id}")).Form("Send for checking")
            .Set("Input.Title", changed).Set("Input.StartsOn.Day", "21").Set("Input.EndsOn.Day", "21").Set("Input.KeepsToBoundaries", "true").SubmitAsync();
        var meanwhile = await visitor.GetAsync($"/events/{found.Slug}");
        var check = await editor.GetAsync($"/staff/events/{found.Id}");
        var kept = await organiser.GetAsync($"/your-events/share/{found.Id}");
        await check.Form("Publish").SubmitAsync();

        Assert.Contains("Until your change is checked everybody sees what it said before.", yours.Text, StringComparison.Ordinal);
        meanwhile.AssertShown(found.Details.Title);
        Assert.Contains("Everybody sees what it said before until you publish the change.", check.Text, StringComparison.Ordinal);
        Assert.Contains(check.Texts("dd"), words => words.Contains(changed, StringComparison.Ordinal) && words.Contains($"Before: {found.Details.Title}", StringComparison.Ordinal));
        Assert.Equal(changed, kept.Document.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        (await visitor.GetAsync($"/events/{found.Slug}")).AssertShown(changed);
        Assert.Equal([21], await host.WithDataAsync(async db => (await db.EventOccurrences.Where(o => o.EventId == found.Id).ToListAsync()).ConvertAll(o => o.StartsAt.Day)));
        Assert.Equal(1, (await host.WithDataAsync(db => db.Events.SingleAsync(e => e.Id == found.Id))).Sequence);
    }

    [Fact]
    public async Task An_event_goes_back_with_a_reason_that_its_organiser_reads_in_mail_and_beside_the_form()
    {
        var partner = await host.PartnerAsync();
        var found = await host.SubmittedEventAsync(Details with { Title = Title("To return") }, partner);
        using var editor = await host.SignedInAsync(Roles.Editor);

        var empty = await (await editor.GetAsync($"/staff/events/{found.Id}")).Form("Send back with this reason").SubmitAsync();
        empty.AssertHasError("Reason", "Say what needs to change");
        var page = await empty.Form("Send back with this reason").Set("Reason", "Say whether there are steps.").SubmitAsync();

        Assert.Contains($"“{found.Details.Title}” went back to its organiser.", page.Text, StringComparison.Ordinal);
        var mail = await host.OnlyMailAsync<EventReturnedEmail>(await AddressAsync(partner.AccountId));
        Assert.Contains("Say whether there are steps.", mail.Text, StringComparison.Ordinal);
        using var organiser = await host.SignedInAsync(partner.AccountId);
        var back = (await organiser.GetAsync(mail.Link("/your-events/share/"))).AssertShown("We sent this event back");
        Assert.Contains("Say whether there are steps.", back.Text, StringComparison.Ordinal);
        (await back.Form("Send for checking").Set("Input.Accessibility", "No steps").Set("Input.KeepsToBoundaries", "true").SubmitAsync()).AssertShown("Your events");
        Assert.Equal(EventStatus.Submitted, (await host.WithDataAsync(db => db.Events.SingleAsync(e => e.Id == found.Id))).Status);
    }

    [Fact]
    public async Task What_changed_while_it_was_read_is_read_again_before_it_is_decided()
    {
        var partner = await host.PartnerAsync();
        var found = await host.SubmittedEventAsync(Details with { Title = Title("Changes meanwhile") }, partner);
        using var editor = await host.SignedInAsync(Roles.Editor);
        using var organiser = await host.SignedInAsync(partner.AccountId);
        var form = (await editor.GetAsync($"/staff/events/{found.Id}")).Form("Publish");
        await (await organiser.GetAsync($"/your-events/share/{found.Id}")).Form("Send for checking").Set("Input.Venue", "Elsewhere").Set("Input.KeepsToBoundaries", "true").SubmitAsync();

        var page = await form.SubmitAsync();

        Assert.Contains("Somebody changed this event while you were reading it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Elsewhere", page.Text, StringComparison.Ordinal);
        Assert.Empty(await host.MailAsync(await AddressAsync(partner.AccountId)));
        (await page.Form("Publish").SubmitAsync()).AssertShown("Events to check");
    }

    [Fact]
    public async Task Staff_see_that_an_accreditation_has_ended()
    {
        var partner = await host.PartnerAsync(until: new DateOnly(2026, 11, 30));
        var found = await host.SubmittedEventAsync(Details with { Title = Title("Ended") }, partner);
        using var editor = await host.SignedInAsync(Roles.Editor);

        Assert.Contains("Scotland, ended on 30 November 2026", (await editor.GetAsync($"/staff/events/{found.Id}")).Text, StringComparison.Ordinal);
        (await editor.GetAsync($"/staff/events/{Guid.CreateVersion7()}")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public Task The_list_of_waiting_events_takes_as_many_queries_for_many() => QueriesAsync("/staff/events", d => host.SubmittedEventAsync(d));

    [Fact]
    public Task The_public_list_takes_as_many_queries_for_many() => QueriesAsync("/events", d => host.PublishedEventAsync(d));

    private async Task QueriesAsync(string path, Func<EventDetails, Task> add)
    {
        using var editor = await host.SignedInAsync(Roles.Editor);
        await add(Details with { Title = Title("One") });
        await host.AssertSameQueryCount(
            () => editor.GetAsync(path),
            async () =>
            {
                for (var i = 0; i < 5; i++)
                {
                    await add(Details with { Title = Title("More") });
                }
            });
    }

    private Task<string> AddressAsync(AccountId account) => host.WithDataAsync(db => db.Users.Where(u => u.Id == account.Value).Select(u => u.Email!).SingleAsync());
}

public sealed class CheckingTestsOnSqlite(OnSqlite fixture) : CheckingTests(fixture), IClassFixture<OnSqlite>;

public sealed class CheckingTestsOnPostgreSql(OnPostgreSql fixture) : CheckingTests(fixture), IClassFixture<OnPostgreSql>;
