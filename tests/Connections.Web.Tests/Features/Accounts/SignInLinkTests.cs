using Connections.Data.Mail;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Accounts.Emails;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Accounts;

public abstract class SignInLinkTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task Somebody_new_joins_by_opening_the_link_and_saying_their_name()
    {
        using var visitor = host.Visitor();
        var link = await AskAsync(visitor, "Ailsa.New@example.org", "/account");
        var welcome = await (await visitor.GetAsync(link)).Form("Sign in").SubmitAsync();
        welcome.AssertShown("Welcome to Scotland Connections");

        var account = await welcome.Form("Go on").Set("Name", "Ailsa New").SubmitAsync();

        account.AssertShown("Your account");
        Assert.Contains("ailsa.new@example.org", account.Text, StringComparison.Ordinal);
        Assert.True(await host.WithDataAsync(db => db.Users.AnyAsync(u => u.Email == "ailsa.new@example.org" && u.EmailConfirmed && u.DisplayName == "Ailsa New")));
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_the_address_is_known_or_not()
    {
        var known = await EmailOfAsync(await host.PersonAsync());
        using var visitor = host.Visitor();

        var forKnown = await (await visitor.GetAsync("/sign-in")).Form("Send me a link").Set("Input.Email", known).SubmitAsync();
        var forUnknown = await (await visitor.GetAsync("/sign-in")).Form("Send me a link").Set("Input.Email", "stranger@example.org").SubmitAsync();

        Assert.Equal(forKnown.Path, forUnknown.Path);
        Assert.Equal(forKnown.Document.DocumentElement.OuterHtml, forUnknown.Document.DocumentElement.OuterHtml);
        Assert.Equal((await host.OnlyMailAsync<SignInLinkEmail>(known)).Subject, (await host.OnlyMailAsync<SignInLinkEmail>("stranger@example.org")).Subject);
        Assert.False(await host.WithDataAsync(db => db.Users.AnyAsync(u => u.Email == "stranger@example.org")));
    }

    [Fact]
    public async Task Reading_the_link_does_not_use_it_up()
    {
        using var visitor = host.Visitor();
        var link = await AskAsync(visitor, "scanned@example.org");
        using var scanner = host.Visitor();
        await scanner.GetAsync(link);
        await visitor.GetAsync(link);

        var signedIn = await (await visitor.GetAsync(link)).Form("Sign in").SubmitAsync();

        signedIn.AssertShown("Welcome to Scotland Connections");
    }

    [Fact]
    public async Task A_link_works_once()
    {
        using var visitor = host.Visitor();
        var link = await AskAsync(visitor, "once@example.org");
        await (await visitor.GetAsync(link)).Form("Sign in").SubmitAsync();

        var read = await visitor.GetAsync(link);
        var forced = await visitor.PostAsync(link, ("__RequestVerificationToken", await TokenAsync(visitor, "/account")));

        read.AssertShown("This link does not work any more");
        forced.AssertShown("This link does not work any more");
    }

    [Fact]
    public async Task A_link_works_only_in_the_browser_that_asked()
    {
        using var visitor = host.Visitor();
        var link = await AskAsync(visitor, "elsewhere@example.org");
        using var other = host.Visitor();

        var page = await other.GetAsync(link);
        var forced = await other.PostAsync(link, ("__RequestVerificationToken", await TokenAsync(other)));

        page.AssertShown("Open this link where you asked for it");
        forced.AssertShown("Open this link where you asked for it");
        Assert.False(await host.WithDataAsync(db => db.Users.AnyAsync(u => u.Email == "elsewhere@example.org")));
    }

    [Fact]
    public async Task A_link_ends_after_a_quarter_of_an_hour()
    {
        using var visitor = host.Visitor();
        var link = await AskAsync(visitor, "slow@example.org");
        var page = await visitor.GetAsync(link);
        host.Clock.Advance(TimeSpan.FromMinutes(15));

        var late = await page.Form("Sign in").SubmitAsync();

        late.AssertShown("This link does not work any more");
    }

    [Fact]
    public async Task Nobody_fills_a_mailbox_with_links()
    {
        using var visitor = host.Visitor();
        for (var i = 0; i < 7; i++)
        {
            (await (await visitor.GetAsync("/sign-in")).Form("Send me a link").Set("Input.Email", "victim@example.org").SubmitAsync()).AssertShown("Check your e-mail");
        }

        Assert.Equal(5, (await host.MailAsync("victim@example.org")).Count);
    }

    [Theory]
    [InlineData("", "Enter your e-mail address")]
    [InlineData("someone", "Enter an e-mail address like name@example.org")]
    [InlineData("a b@example.org", "Enter an e-mail address like name@example.org")]
    public async Task A_wrong_address_is_told_beside_the_field_and_kept(string typed, string message)
    {
        using var visitor = host.Visitor();

        var page = await (await visitor.GetAsync("/sign-in")).Form("Send me a link").Set("Input.Email", typed).SubmitAsync();

        page.AssertHasError("Input.Email", message);
        Assert.Equal(typed, page.Document.QuerySelector("[name='Input.Email']")!.GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string returnPath)
    {
        using var visitor = await host.SignedInAsync();

        var page = await visitor.GetAsync($"/sign-in?returnPath={Uri.EscapeDataString(returnPath)}");

        Assert.Equal("/account", page.Path);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_other_sign_ins_within_a_minute()
    {
        var person = await host.PersonAsync();
        using var here = await host.SignedInAsync(person);
        using var there = await host.SignedInAsync(person);

        await (await here.GetAsync("/sign-out")).Form("Sign out everywhere").SubmitAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        (await there.GetAsync("/account")).AssertShown("Sign in");
        (await here.GetAsync("/account")).AssertShown("Sign in");
    }

    [Fact]
    public async Task The_second_factor_is_remembered_when_the_sign_in_is_read_anew()
    {
        var person = await host.PersonAsync(Roles.Editor);
        using var visitor = await host.SignedInAsync(person);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await visitor.GetAsync("/staff")).AssertShown("What waits for you today");
    }

    private async Task<string> AskAsync(Visitor visitor, string email, string? returnPath = null)
    {
        var path = returnPath is null ? "/sign-in" : $"/sign-in?returnPath={Uri.EscapeDataString(returnPath)}";
        (await (await visitor.GetAsync(path)).Form("Send me a link").Set("Input.Email", email).SubmitAsync()).AssertShown("Check your e-mail");
        OutboxMail mail = (await host.MailAsync(email.ToLowerInvariant()))[^1];
        return mail.Link("/sign-in/link/");
    }

    private static async Task<string> TokenAsync(Visitor visitor, string path = "/sign-in") =>
        (await visitor.GetAsync(path)).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private Task<string> EmailOfAsync(Domain.Shared.AccountId person) =>
        host.WithDataAsync(db => db.Users.Where(u => u.Id == person.Value).Select(u => u.Email!).SingleAsync());
}

public sealed class SignInLinkTestsOnSqlite(OnSqlite fixture) : SignInLinkTests(fixture), IClassFixture<OnSqlite>;

public sealed class SignInLinkTestsOnPostgreSql(OnPostgreSql fixture) : SignInLinkTests(fixture), IClassFixture<OnPostgreSql>;
