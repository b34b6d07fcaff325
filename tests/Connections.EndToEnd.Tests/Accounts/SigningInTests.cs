using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Accounts;

public sealed class SigningInTests(Scotland portal, Chromium chromium)
{
    [Theory]
    [InlineData("newcomer@example.org", true)]
    [InlineData("newcomer-without-script@example.org", false)]
    public async Task A_newcomer_joins_by_a_link_in_an_email(string email, bool javaScript)
    {
        var page = await portal.OpenAsync(chromium, javaScript: javaScript);

        await (await SignInPage.OpenAsync(page)).SignInByMailAsync(portal, email);

        var welcome = new WelcomePage(page);
        await welcome.ShowsHeadingAsync("Welcome to Scotland Connections");
        await welcome.SaveNameAsync("Eilidh Ross");
        var account = await AccountPage.OpenAsync(page);
        await account.ShowsTextAsync(email);
    }

    [Fact]
    public async Task A_link_does_not_work_in_another_browser()
    {
        const string email = "somebody-else@example.org";
        var asking = await portal.OpenAsync(chromium);
        await asking.GotoAsync("/sign-in");
        await asking.GetByLabel("Your e-mail address").FillAsync(email);
        await asking.GetByRole(AriaRole.Button, new() { Name = "Send me a link" }).ClickAsync();
        await Assertions.Expect(asking.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Check your e-mail");
        var link = (await portal.Host.MailAsync(email))[^1].Link("/sign-in/link/");

        var other = await portal.OpenAsync(chromium);
        await other.GotoAsync(link);

        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Open this link where you asked for it");
    }
}
