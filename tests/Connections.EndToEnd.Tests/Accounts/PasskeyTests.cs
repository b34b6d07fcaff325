using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Connections.Web.Features.Accounts;
using Connections.Web.Security;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Accounts;

public sealed class PasskeyTests(Scotland portal, Chromium chromium)
{
    [Fact]
    public async Task Staff_add_a_passkey_sign_out_and_open_the_staff_side_with_it_alone()
    {
        var page = await portal.OpenAsync(chromium, await portal.Host.PersonAsync(Roles.Editor));
        await SecurityKey.PlugInAsync(page);
        var passkeys = await PasskeysPage.OpenAsync(page);
        await passkeys.AddAsync("Passkey 1");
        await passkeys.RenameAsync("Work laptop");

        await page.GotoAsync(AccountsLinks.SignOut);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out here" }).ClickAsync();
        await (await SignInPage.OpenAsync(page, "/staff")).UsePasskeyAsync();

        await passkeys.ShowsHeadingAsync("What waits for you today");
        await (await PasskeysPage.OpenAsync(page)).RemoveAsync("Work laptop");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_device_without_a_passkey_of_this_site_is_told_in_words()
    {
        var page = await portal.OpenAsync(chromium);
        await SecurityKey.PlugInAsync(page);
        var signIn = await SignInPage.OpenAsync(page);

        await signIn.UsePasskeyAsync();

        await signIn.ShowsTextAsync("Your browser did not make or find a passkey. Try again, or sign in by e-mail.");
        await page.Context.CloseAsync();
    }
}
