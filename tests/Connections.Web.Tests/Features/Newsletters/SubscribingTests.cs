using System.Net;
using Connections.Domain.Consents;
using Connections.Domain.Newsletters;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Newsletters.Emails;
using Microsoft.EntityFrameworkCore;
using static Connections.Web.Tests.Features.Newsletters.SubscriptionExamples;

namespace Connections.Web.Tests.Features.Newsletters;

public abstract class SubscribingTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task Nothing_counts_before_the_address_itself_has_confirmed_and_opening_the_link_changes_nothing()
    {
        var address = Address();
        using var visitor = host.Visitor();

        (await (await visitor.SubscribeFormAsync(address)).SubmitAsync()).AssertShown("Look in your mail");
        var link = (await host.OnlyMailAsync<ConfirmSubscriptionEmail>(address)).Link("/subscribe/confirm/");
        using var elsewhere = host.Visitor();
        var opened = (await elsewhere.GetAsync(link)).AssertShown("One more tap");
        Assert.Equal(SubscriptionStatus.Pending, (await host.FindAsync(address))!.Status);

        (await opened.Form("Yes, send me my news").SubmitAsync()).AssertShown("Thank you, that is all");

        var subscription = (await host.FindAsync(address))!;
        Assert.Equal((SubscriptionStatus.Active, "gd", Frequency.Weekly), (subscription.Status, subscription.Language, subscription.Frequency));
        Assert.Equal(["culture", "study"], subscription.Topics.Order());
        Assert.Equal(["CA", "NZ"], subscription.Countries.Order());
        var ledger = await LedgerAsync(address);
        Assert.Equal(["Yes, send me my news", "Yes, send me what I chose above. I can stop or change it with one tap in any letter."], ledger.Select(e => e.Wording).Order());
        Assert.Equal([ConsentAction.Asked, ConsentAction.Given], ledger.Select(e => e.Action).Order());
        Assert.All(ledger, e => Assert.Contains("culture", e.Scope, StringComparison.Ordinal));
        Assert.All(ledger, e => Assert.DoesNotContain(address, e.Scope + e.Wording + e.Source, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SubscriptionStatus.Pending)]
    [InlineData(SubscriptionStatus.Active)]
    [InlineData(SubscriptionStatus.Unsubscribed)]
    public async Task The_answer_is_the_same_whether_an_address_is_known_or_not(SubscriptionStatus? status)
    {
        var address = status is { } known ? (await host.SubscriptionAsync(known)).Email : Address();
        using var visitor = host.Visitor();

        var page = await (await visitor.SubscribeFormAsync(address.ToUpperInvariant())).SubmitAsync();

        Assert.Equal(("/subscribe/check-your-mail", "Look in your mail"), (page.Path, page.Heading));
        Assert.StartsWith("Look in your mail", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(address, page.Text, StringComparison.OrdinalIgnoreCase);
        var sent = (await host.WithDataAsync(db => db.OutboxMails.Where(m => m.To.ToUpper() == address.ToUpper()).ToListAsync())).Select(m => m.Kind);
        Assert.Equal([status is SubscriptionStatus.Active ? nameof(AlreadySubscribedEmail) : nameof(ConfirmSubscriptionEmail)], sent);
        Assert.Equal(status is SubscriptionStatus.Active, (await host.FindAsync(address))!.Status is SubscriptionStatus.Active);
    }

    [Theory]
    [InlineData("Input.Email", "", "Enter your e-mail address")]
    [InlineData("Input.Email", "not an address", "Enter an e-mail address like name@example.org")]
    [InlineData("Input.Topics", "gossip", "Choose topics from the list")]
    [InlineData("Input.Topics", null, "Choose at least one topic")]
    [InlineData("Input.Countries", "XX", "Choose countries from the list")]
    [InlineData("Input.Countries", "<b>", "Choose countries from the list")]
    [InlineData("Input.Language", "tlh", "Choose a language")]
    [InlineData("Input.Language", null, "Choose a language")]
    [InlineData("Input.Frequency", null, "Choose how often")]
    [InlineData("Input.Agrees", "false", "Tick the box if you would like to get our letters")]
    public async Task What_is_wrong_is_said_beside_its_box_and_nobody_is_written_to(string name, string? value, string error)
    {
        var address = Address();
        using var visitor = host.Visitor();
        var form = await visitor.SubscribeFormAsync(address);

        var page = await (value is null ? form.Remove(name) : form.Put(name, value)).SubmitAsync();

        page.AssertStatus(HttpStatusCode.OK).AssertHasError(name, error);
        Assert.Null(await host.FindAsync(address));
        Assert.Empty(await host.MailAsync(address));
        if (name != "Input.Topics")
        {
            Assert.Equal(2, page.Document.QuerySelectorAll("[name='Input.Topics'][checked]").Length);
        }
    }

    [Theory]
    [InlineData("Input.Topics")]
    [InlineData("Input.Countries")]
    [InlineData("Input.Frequency")]
    public async Task Values_that_no_page_offers_are_answered_and_stored_nowhere(string name)
    {
        foreach (var value in new[] { "", "99", "culture,study", "\u202E", new string('x', 5000) })
        {
            var address = Address();
            using var visitor = host.Visitor();

            var page = await (await visitor.SubscribeFormAsync(address)).Put(name, value).SubmitAsync();

            Assert.True(page.Status is HttpStatusCode.OK, $"{name}={value}: {page.Status}");
            Assert.True(await host.FindAsync(address) is null or { Countries: [] }, value);
        }
    }

    [Fact]
    public async Task Thirty_countries_are_enough()
    {
        using var visitor = host.Visitor();
        var form = await visitor.SubscribeFormAsync(Address());
        var codes = form.Element.QuerySelectorAll("[name='Input.Countries']").Select(c => c.GetAttribute("value")!).Take(31).ToArray();

        (await form.Tick("Input.Countries", codes).SubmitAsync()).AssertHasError("Input.Countries", "Choose 30 countries or fewer, or none to hear from everywhere");
        (await form.Tick("Input.Countries", codes[..30]).SubmitAsync()).AssertShown("Look in your mail");
    }

    [Fact]
    public async Task A_link_that_is_cut_off_or_of_another_purpose_confirms_nothing()
    {
        var pending = await host.SubscriptionAsync(SubscriptionStatus.Pending);
        var left = await host.SubscriptionAsync(SubscriptionStatus.Unsubscribed);
        using var visitor = host.Visitor();
        var link = host.Links().Confirm(pending.Id).PathAndQuery;

        (await visitor.GetAsync(link[..^5])).AssertShown("This link no longer works");
        (await visitor.GetAsync("/subscribe/confirm/" + host.Links().Preferences(pending.Id).Segments[^1])).AssertShown("This link no longer works");
        (await visitor.GetAsync(host.Links().Confirm(left.Id).PathAndQuery)).AssertShown("This link no longer works");
        Assert.Equal(SubscriptionStatus.Pending, (await host.FindAsync(pending.Email))!.Status);
    }

    [Theory]
    [InlineData("/preferences/cut-off")]
    [InlineData("/unsubscribe/cut-off")]
    [InlineData("/directory/confirm/cut-off")]
    public async Task A_link_of_a_letter_that_is_cut_off_is_not_called_a_missing_page(string path)
    {
        using var visitor = host.Visitor();

        var page = await visitor.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "This link does not work"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task Asking_twice_at_the_same_moment_stores_one_wish()
    {
        var address = Address();
        using var one = host.Visitor();
        using var other = host.Visitor();
        var forms = new[] { await one.SubscribeFormAsync(address), await other.SubscribeFormAsync(address) };

        var pages = await Task.WhenAll(forms.Select(f => f.SubmitAsync()));

        Assert.All(pages, p => p.AssertShown("Look in your mail"));
        Assert.Equal(SubscriptionStatus.Pending, (await host.FindAsync(address))!.Status);
    }

    private Task<List<ConsentEntry>> LedgerAsync(string address)
    {
        var person = ConsentEntry.HashOf(address);
        return host.WithDataAsync(db => db.ConsentLedger.Where(c => c.Person == person).ToListAsync());
    }
}

public sealed class SubscribingTestsOnSqlite(OnSqlite fixture) : SubscribingTests(fixture), IClassFixture<OnSqlite>;

public sealed class SubscribingTestsOnPostgreSql(OnPostgreSql fixture) : SubscribingTests(fixture), IClassFixture<OnPostgreSql>;
