using System.Net;
using Connections.Domain.Consents;
using Connections.Domain.Newsletters;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Newsletters.Emails;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using static Connections.Web.Tests.Features.Newsletters.SubscriptionExamples;

namespace Connections.Web.Tests.Features.Newsletters;

public abstract class LeavingTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_post_of_a_mail_program_with_no_cookie_and_no_token_leaves(bool multipart)
    {
        var reader = await host.SubscriptionAsync(SubscriptionStatus.Active);
        var link = host.Links().Unsubscribe(reader.Id).PathAndQuery;
        using var program = host.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = host.Address, HandleCookies = false, AllowAutoRedirect = false });

        for (var time = 0; time < 2; time++)
        {
            HttpContent body = multipart
                ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
                : new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
            Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(link, body)).StatusCode);
        }

        Assert.Equal(SubscriptionStatus.Unsubscribed, (await host.FindAsync(reader.Email))!.Status);
        var line = Assert.Single(await LedgerAsync(reader.Email));
        Assert.Equal((ConsentAction.Withdrawn, "one-click"), (line.Action, line.Source));
    }

    [Fact]
    public async Task Opening_the_link_only_asks()
    {
        var reader = await host.SubscriptionAsync(SubscriptionStatus.Active);
        using var visitor = host.Visitor();
        var link = host.Links().Unsubscribe(reader.Id).PathAndQuery;

        var page = (await visitor.GetAsync(link)).AssertShown("Stop our letters?");
        await visitor.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        Assert.Equal(SubscriptionStatus.Active, (await host.FindAsync(reader.Email))!.Status);

        (await page.Form("Stop all letters").SubmitAsync()).AssertShown("Stopped");
        Assert.Equal(SubscriptionStatus.Unsubscribed, (await host.FindAsync(reader.Email))!.Status);
        Assert.Equal("/unsubscribe", Assert.Single(await LedgerAsync(reader.Email)).Source);
        (await visitor.GetAsync(link)).AssertShown("Stopped");
    }

    [Fact]
    public async Task Links_that_are_not_ours_are_not_found()
    {
        using var visitor = host.Visitor();

        (await visitor.GetAsync("/unsubscribe/abc")).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.PostAsync("/unsubscribe/abc")).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/preferences/%20%25")).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.GetAsync(host.Links().Preferences(SubscriptionId.New()).PathAndQuery)).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Choices_are_changed_without_a_password_and_the_ledger_says_so()
    {
        var reader = await host.SubscriptionAsync(SubscriptionStatus.Active);
        using var visitor = host.Visitor();
        var form = (await visitor.GetAsync(host.Links().Preferences(reader.Id).PathAndQuery)).AssertShown("Your news").Form("Save my choices");
        Assert.Contains(KeyValuePair.Create("Input.Countries", "NZ"), form.Values);

        (await form.Tick("Input.Topics").SubmitAsync()).AssertHasError("Input.Topics", "Choose at least one topic");
        var page = await form.Tick("Input.Topics", "grants").Tick("Input.Countries").Set("Input.Frequency", "Weekly").SubmitAsync();

        Assert.Contains("Saved. The next letter follows your new choices.", page.Text, StringComparison.Ordinal);
        var now = (await host.FindAsync(reader.Email))!;
        Assert.Equal(["grants"], now.Topics);
        Assert.Empty(now.Countries);
        Assert.Equal(Frequency.Weekly, now.Frequency);
        Assert.Equal(ConsentAction.Changed, Assert.Single(await LedgerAsync(reader.Email)).Action);
    }

    [Theory]
    [InlineData(SubscriptionStatus.Unsubscribed, "You have stopped our letters.")]
    [InlineData(SubscriptionStatus.Pending, "Your address is not confirmed yet")]
    public async Task The_link_came_to_the_address_itself_so_saving_choices_brings_the_letters(SubscriptionStatus status, string notice)
    {
        var reader = await host.SubscriptionAsync(status);
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(host.Links().Preferences(reader.Id).PathAndQuery);
        Assert.Contains(notice, page.Text, StringComparison.Ordinal);

        await page.Form("Save my choices").SubmitAsync();

        Assert.Equal(SubscriptionStatus.Active, (await host.FindAsync(reader.Email))!.Status);
        Assert.Equal(ConsentAction.Given, Assert.Single(await LedgerAsync(reader.Email)).Action);
    }

    [Fact]
    public async Task The_link_to_choices_is_sent_to_who_is_known_and_the_answer_tells_nobody()
    {
        var reader = await host.SubscriptionAsync(SubscriptionStatus.Active);
        using var visitor = host.Visitor();

        var known = await AskAsync(reader.Email);
        var unknown = await AskAsync(Address());

        Assert.Equal((known.Path, known.Text), (unknown.Path, unknown.Text));
        var link = (await host.OnlyMailAsync<PreferencesLinkEmail>(reader.Email)).Link("/preferences/");
        (await visitor.GetAsync(link)).AssertShown("Your news");

        async Task<HtmlPage> AskAsync(string address) => await (await visitor.GetAsync("/preferences")).Form("Send me the link").Set("Email", address).SubmitAsync();
    }

    [Fact]
    public async Task Erasing_removes_the_address_the_choices_and_the_letters_and_leaves_a_line_without_a_name()
    {
        var reader = await host.SubscriptionAsync(SubscriptionStatus.Active);
        using var visitor = host.Visitor();
        await (await visitor.GetAsync("/preferences")).Form("Send me the link").Set("Email", reader.Email).SubmitAsync();
        var link = host.Links().Preferences(reader.Id).PathAndQuery;

        (await (await visitor.GetAsync(link)).Form("Erase my details").SubmitAsync()).AssertShown("Erased");

        Assert.Null(await host.FindAsync(reader.Email));
        Assert.Empty(await host.MailAsync(reader.Email));
        Assert.Equal(ConsentAction.Withdrawn, Assert.Single(await LedgerAsync(reader.Email)).Action);
        (await visitor.GetAsync(link)).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.PostAsync(host.Links().Unsubscribe(reader.Id).PathAndQuery)).AssertShown("Stopped");
    }

    private Task<List<ConsentEntry>> LedgerAsync(string address)
    {
        var person = ConsentEntry.HashOf(address);
        return host.WithDataAsync(db => db.ConsentLedger.Where(c => c.Person == person).ToListAsync());
    }
}

public sealed class LeavingTestsOnSqlite(OnSqlite fixture) : LeavingTests(fixture), IClassFixture<OnSqlite>;

public sealed class LeavingTestsOnPostgreSql(OnPostgreSql fixture) : LeavingTests(fixture), IClassFixture<OnPostgreSql>;
