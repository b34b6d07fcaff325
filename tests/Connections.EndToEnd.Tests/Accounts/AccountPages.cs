using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Accounts;

public sealed class SignInPage(IPage page) : PortalPage(page)
{
    public static async Task<SignInPage> OpenAsync(IPage page)
    {
        await page.GotoAsync("/sign-in");
        return new SignInPage(page);
    }

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

    public async Task SignInWithPasskeyAsync()
    {
        await Button("Sign in with a passkey").ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
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

public sealed class PasskeysPage(IPage page) : PortalPage(page)
{
    public ILocator Saved => Main.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove") });

    public static async Task<PasskeysPage> OpenAsync(IPage page)
    {
        await page.GotoAsync("/account/passkeys");
        return new PasskeysPage(page);
    }

    public async Task AddAsync()
    {
        await Button("Add a passkey").ClickAsync();
        await Assertions.Expect(Saved).ToHaveCountAsync(1);
    }
}

public sealed class SignOutPage(IPage page) : PortalPage(page)
{
    public static async Task<SignOutPage> OpenAsync(IPage page)
    {
        await page.GotoAsync("/sign-out");
        return new SignOutPage(page);
    }

    public Task SignOutHereAsync() => Button("Sign out here").ClickAsync();
}
