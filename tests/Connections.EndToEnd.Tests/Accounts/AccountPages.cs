using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Connections.Web.Features.Accounts;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Accounts;

public sealed class SignInPage(IPage page) : PortalPage(page)
{
    public static async Task<SignInPage> OpenAsync(IPage page, string? returnPath = null)
    {
        await page.GotoAsync(AccountsLinks.SignIn(returnPath));
        return new SignInPage(page);
    }

    public Task UsePasskeyAsync() => Button("Sign in with a passkey").ClickAsync();

    /// <summary>Asks for a link, reads the mail and follows it, to the page that the person then sees.</summary>
    public async Task SignInByMailAsync(Portal portal, string email)
    {
        await Field("Your e-mail address").FillAsync(email);
        await Button("Send me a link").ClickAsync();
        await ShowsHeadingAsync("Check your e-mail");
        var mail = (await portal.Host.MailAsync(email))[^1];
        await Page.GotoAsync(mail.Link("/sign-in/link/"));
        await Button("Sign in").ClickAsync();
    }
}

public sealed class WelcomePage(IPage page) : PortalPage(page)
{
    public async Task SaveNameAsync(string name)
    {
        await Field("Your name").FillAsync(name);
        await Button("Go on").ClickAsync();
    }
}

public sealed class AccountPage(IPage page) : PortalPage(page)
{
    public static async Task<AccountPage> OpenAsync(IPage page)
    {
        await page.GotoAsync("/account");
        return new AccountPage(page);
    }
}
