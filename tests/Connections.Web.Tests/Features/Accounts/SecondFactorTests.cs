using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Security;

namespace Connections.Web.Tests.Features.Accounts;

public abstract class SecondFactorTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task Staff_set_up_an_app_and_are_let_in()
    {
        using var visitor = await host.SignedInAsync(await host.PersonAsync(Roles.Editor), secondFactor: false);
        (await visitor.GetAsync("/staff")).AssertShown("Set up a second proof");

        var (_, codes) = await SetUpAsync(visitor);

        Assert.Equal(10, codes.Distinct().Count());
        (await visitor.GetAsync("/staff")).AssertShown("What waits for you today");
    }

    [Fact]
    public async Task The_picture_and_the_typed_key_are_there_and_a_wrong_code_is_told()
    {
        using var visitor = await host.SignedInAsync();
        var page = await visitor.GetAsync("/account/authenticator");
        Assert.Matches("^M4 4h1v1h-1z", page.Document.QuerySelector("svg.qr path")!.GetAttribute("d")!);

        var wrong = await page.Form("Confirm").Set("Code", "12345").SubmitAsync();

        wrong.AssertHasError("Code", "The code is not right. Wait for the next one and type that.");
    }

    [Fact]
    public async Task A_code_or_a_recovery_code_lets_staff_in_and_a_recovery_code_only_once()
    {
        var person = await host.PersonAsync(Roles.Auditor);
        using var first = await host.SignedInAsync(person, secondFactor: false);
        var (key, codes) = await SetUpAsync(first);

        using var byApp = await host.SignedInAsync(person, secondFactor: false);
        var withApp = await Answer(await byApp.GetAsync("/staff"), AuthenticatorApp.CodeFor(key));
        using var byCode = await host.SignedInAsync(person, secondFactor: false);
        var withCode = await Answer(await byCode.GetAsync("/staff"), codes[0].ToLowerInvariant());
        using var again = await host.SignedInAsync(person, secondFactor: false);
        var withSameCode = await Answer(await again.GetAsync("/staff"), codes[0]);

        withApp.AssertShown("What waits for you today");
        withCode.AssertShown("What waits for you today");
        withSameCode.AssertHasError("Code", "The code is not right. Wait for the next one and type that.");
    }

    [Fact]
    public async Task Five_wrong_codes_close_the_door_for_a_while()
    {
        var person = await host.PersonAsync(Roles.Auditor);
        using var first = await host.SignedInAsync(person, secondFactor: false);
        var (key, _) = await SetUpAsync(first);
        using var visitor = await host.SignedInAsync(person, secondFactor: false);
        var page = await visitor.GetAsync("/staff");
        for (var i = 0; i < 5; i++)
        {
            page = await Answer(page, "abcde-fghij");
        }

        var withRightCode = await Answer(page, AuthenticatorApp.CodeFor(key));

        withRightCode.AssertHasError("Code", "Too many wrong codes. Wait five minutes and try again.");
    }

    [Theory]
    [InlineData("/account/authenticator")]
    [InlineData("/account/passkeys")]
    public async Task A_mailed_link_alone_cannot_add_a_way_round_the_app_that_is_set_up(string path)
    {
        var person = await host.PersonAsync(Roles.Editor);
        using var first = await host.SignedInAsync(person, secondFactor: false);
        await SetUpAsync(first);
        using var thief = await host.SignedInAsync(person, secondFactor: false);
        var token = (await thief.GetAsync("/sign-out")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await thief.PostAsync(path + (path.EndsWith("passkeys", StringComparison.Ordinal) ? "?handler=Add" : "?handler=Remove"), ("__RequestVerificationToken", token), ("credential", "{}"));

        answer.AssertShown("Show that it is you");
    }

    private static Task<HtmlPage> Answer(HtmlPage page, string code) => page.Form("Go on").Set("Code", code).SubmitAsync();

    private static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/account/authenticator");
        var key = page.Texts("main code")[0];
        var done = await page.Form("Confirm").Set("Code", AuthenticatorApp.CodeFor(key)).SubmitAsync();
        return (key, done.Texts("li code"));
    }
}

public sealed class SecondFactorTestsOnSqlite(OnSqlite fixture) : SecondFactorTests(fixture), IClassFixture<OnSqlite>;

public sealed class SecondFactorTestsOnPostgreSql(OnPostgreSql fixture) : SecondFactorTests(fixture), IClassFixture<OnPostgreSql>;
