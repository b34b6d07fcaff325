using Connections.Data.Mail;
using Connections.Domain.Newsletters;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Newsletters.Emails;
using Connections.Web.Features.Newsletters.Jobs;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Newsletters;

public abstract class SendingAnEditionTests(HostFixture fixture)
{
    private static readonly EditionSection Hello = new(null, [], "Hello to all, see [events](/events).");
    private static readonly EditionSection Songs = new("culture", ["NZ"], "Songs in Dunedin.");
    private static readonly EditionSection Lectures = new("study", [], "Lectures for you.");
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task Only_those_it_concerns_get_it_and_only_their_parts_with_a_way_to_leave()
    {
        var singer = await ReaderAsync(["culture"], ["NZ"]);
        var student = await ReaderAsync(["study"], ["NZ"]);
        var both = await ReaderAsync(["culture", "study"], []);
        var elsewhere = await ReaderAsync(["culture"], ["CA"]);
        var other = await ReaderAsync(["grants"], []);
        var gaelic = await ReaderAsync(["study"], [], "gd");
        var pending = await host.SubscriptionAsync(SubscriptionStatus.Pending, new(["study"], [], "en", Frequency.Weekly));
        var left = await host.SubscriptionAsync(SubscriptionStatus.Unsubscribed, new(["study"], [], "en", Frequency.Weekly));
        var edition = await MadeAsync(Text(Hello, Songs, Lectures));

        await SendAsync(edition);
        await DeliverAsync();

        AssertSays(await LetterAsync(singer), Hello, Songs);
        AssertSays(await LetterAsync(student), Hello, Lectures);
        AssertSays(await LetterAsync(both), Hello, Songs, Lectures);
        foreach (var nobody in new[] { elsewhere, other, pending, left })
        {
            Assert.DoesNotContain(await host.MailAsync(nobody.Email), m => m.Kind == nameof(EditionEmail));
        }

        var letter = await LetterAsync(singer);
        Assert.Contains("/events", letter.Links());
        Assert.Contains("https://localhost/events", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("not ready in your language", letter.Html, StringComparison.Ordinal);
        Assert.Contains("not ready in your language", (await LetterAsync(gaelic)).Html, StringComparison.Ordinal);
        Assert.StartsWith("https://localhost/unsubscribe/", letter.UnsubscribeUrl, StringComparison.Ordinal);
        using var visitor = host.Visitor();
        (await visitor.GetAsync(letter.Link("/preferences/"))).AssertShown("Your news");
        (await visitor.GetAsync(letter.Link("/unsubscribe/"))).AssertShown("Stop our letters?");
        (await visitor.PostAsync(new Uri(letter.UnsubscribeUrl!).PathAndQuery, ("List-Unsubscribe", "One-Click"))).AssertShown("Stopped");
        Assert.Equal(SubscriptionStatus.Unsubscribed, (await host.FindAsync(singer.Email))!.Status);
    }

    [Fact]
    public async Task Delivering_again_writes_to_nobody_twice_and_goes_on_where_it_stopped()
    {
        var first = await ReaderAsync(["study"], []);
        var second = await ReaderAsync(["study"], []);
        var edition = await MadeAsync(Text(Lectures));
        await SendAsync(edition);
        await host.AddAsync(new Delivery(edition.Id, first.Id, host.Clock.GetUtcNow()));

        await DeliverAsync();
        await DeliverAsync();

        Assert.Empty(await host.MailAsync(first.Email));
        await LetterAsync(second);
        var sent = await host.WithDataAsync(db => db.Editions.SingleAsync(e => e.Id == edition.Id));
        var deliveries = await host.WithDataAsync(db => db.Deliveries.CountAsync(d => d.EditionId == edition.Id));
        Assert.Equal((EditionStatus.Sent, deliveries), (sent.Status, sent.Recipients));
    }

    [Fact]
    public async Task A_note_is_sent_to_weekly_readers_only()
    {
        var monthly = await ReaderAsync(["study"], []);
        var weekly = await host.SubscriptionAsync(SubscriptionStatus.Active, new(["study"], [], "en", Frequency.Weekly));

        await SendAsync(await MadeAsync(Text(Lectures) with { Kind = EditionKind.Note }));
        await DeliverAsync();

        await LetterAsync(weekly);
        Assert.Empty(await host.MailAsync(monthly.Email));
    }

    [Theory]
    [InlineData("")]
    [InlineData("some")]
    [InlineData("-1")]
    [InlineData("999999")]
    public async Task It_is_sent_only_once_the_number_of_people_is_typed(string typed)
    {
        await ReaderAsync(["study"], []);
        var edition = await MadeAsync(Text(Lectures));
        using var editor = await host.SignedInAsync(Roles.Editor);

        var page = await (await editor.GetAsync($"/staff/newsletter/{edition.Id}/send")).Form("Send it now").Set("Number", typed).SubmitAsync();

        page.AssertHasError("Number", $"Type {page.Texts(".audience-number")[0]} to send it. The number may have changed since you opened the page");
        Assert.Equal(EditionStatus.Draft, (await host.WithDataAsync(db => db.Editions.SingleAsync(e => e.Id == edition.Id))).Status);
    }

    [Fact]
    public async Task Pressing_the_button_twice_sends_once_and_a_sent_edition_is_closed()
    {
        await ReaderAsync(["study"], []);
        var edition = await MadeAsync(Text(Lectures));
        using var editor = await host.SignedInAsync(Roles.Editor);
        var open = (await editor.GetAsync($"/staff/newsletter/{edition.Id}")).Form("Save");
        var form = await FilledAsync(editor, edition);
        var elsewhere = await FilledAsync(editor, edition);

        var first = await form.SubmitAsync();
        await form.SubmitAsync();
        var second = await elsewhere.SubmitAsync();

        Assert.Contains($"“{edition.Subject}” is on its way.", first.Text, StringComparison.Ordinal);
        Assert.Contains("On its way", second.AssertShown(edition.Subject).Text, StringComparison.Ordinal);
        Assert.Contains("This edition is on its way and can no longer be changed", (await open.Set("Input.Subject", "Too late").SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.WithDataAsync(db => db.AuditEntries.CountAsync(a => a.Action == "newsletters.send" && a.Subject == $"edition:{edition.Id}")));
        (await editor.GetAsync($"/staff/newsletter/{edition.Id}/send")).AssertShown(edition.Subject);
        await DeliverAsync();
    }

    [Fact]
    public async Task An_edition_changed_while_its_readers_were_counted_is_looked_at_again()
    {
        await ReaderAsync(["study"], []);
        var edition = await MadeAsync(Text(Lectures));
        using var editor = await host.SignedInAsync(Roles.Editor);
        var form = await FilledAsync(editor, edition);
        await (await editor.GetAsync($"/staff/newsletter/{edition.Id}")).Form("Save").Set("Input.Subject", "Changed").SubmitAsync();

        var page = await form.SubmitAsync();

        Assert.Contains("Somebody changed this edition after you opened this page.", page.Text, StringComparison.Ordinal);
        Assert.Equal(EditionStatus.Draft, (await host.WithDataAsync(db => db.Editions.SingleAsync(e => e.Id == edition.Id))).Status);
        Assert.Contains("is on its way", (await page.Form("Send it now").SubmitAsync()).Text, StringComparison.Ordinal);
        await DeliverAsync();
    }

    [Fact]
    public async Task An_edition_that_concerns_nobody_offers_no_button()
    {
        var edition = await MadeAsync(Text(new EditionSection("family-history", ["VA"], "Rare")));
        using var editor = await host.SignedInAsync(Roles.Editor);

        var page = await editor.GetAsync($"/staff/newsletter/{edition.Id}/send");

        Assert.Contains("Nobody would get this edition.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Send it now", page.Texts("button"));
    }

    private static EditionText Text(params EditionSection[] sections) => new("News from home", "In short", "en", true, [.. sections]);

    private static void AssertSays(OutboxMail letter, params EditionSection[] expected)
    {
        Assert.Equal("News from home", letter.Subject);
        foreach (var (section, words) in new[] { (Hello, "Hello to all"), (Songs, "Songs in Dunedin."), (Lectures, "Lectures for you.") })
        {
            Assert.Equal(expected.Contains(section), letter.Html.Contains(words, StringComparison.Ordinal));
            Assert.Equal(expected.Contains(section), letter.Text.Contains(words, StringComparison.Ordinal));
        }
    }

    private static async Task<PageForm> FilledAsync(Visitor editor, Edition edition)
    {
        var page = await editor.GetAsync($"/staff/newsletter/{edition.Id}/send");
        return page.Form("Send it now").Set("Number", page.Texts(".audience-number")[0]);
    }

    private Task<Subscription> ReaderAsync(List<string> topics, List<string> countries, string language = "en") =>
        host.SubscriptionAsync(SubscriptionStatus.Active, new(topics, countries, language, Frequency.Monthly));

    private async Task<Edition> MadeAsync(EditionText text)
    {
        var made = new Edition(EditionId.New(), text, "Editor", host.Clock.GetUtcNow());
        await host.AddAsync(made);
        return made;
    }

    private async Task SendAsync(Edition edition)
    {
        using var editor = await host.SignedInAsync(Roles.Editor);
        (await (await FilledAsync(editor, edition)).SubmitAsync()).AssertShown("Newsletter");
    }

    private async Task DeliverAsync() => await host.WithAsync<DeliverEditions, bool>(async deliver =>
    {
        await deliver.HandleAsync(CancellationToken.None);
        return true;
    });

    private Task<OutboxMail> LetterAsync(Subscription reader) => host.OnlyMailAsync<EditionEmail>(reader.Email);
}

public sealed class SendingAnEditionTestsOnSqlite(OnSqlite fixture) : SendingAnEditionTests(fixture), IClassFixture<OnSqlite>;

public sealed class SendingAnEditionTestsOnPostgreSql(OnPostgreSql fixture) : SendingAnEditionTests(fixture), IClassFixture<OnPostgreSql>;
