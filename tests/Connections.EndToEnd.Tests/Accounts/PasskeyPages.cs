using Connections.EndToEnd.Tests.Browsing;
using Connections.Web.Features.Accounts;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Accounts;

public sealed class PasskeysPage(IPage page) : PortalPage(page)
{
    public static async Task<PasskeysPage> OpenAsync(IPage page)
    {
        await page.GotoAsync(AccountsLinks.Passkeys);
        return new PasskeysPage(page);
    }

    public async Task AddAsync(string expectedName)
    {
        await Button("Add a passkey").ClickAsync();
        await Assertions.Expect(Main.GetByRole(AriaRole.Heading, new() { Name = expectedName, Exact = true })).ToBeVisibleAsync();
    }

    public async Task RenameAsync(string name)
    {
        await Field("Name").FillAsync(name);
        await Button("Save name").ClickAsync();
        await Assertions.Expect(Main.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true })).ToBeVisibleAsync();
    }

    public async Task RemoveAsync(string name)
    {
        await Main.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Remove.*{name}$") }).ClickAsync();
        await ShowsTextAsync("You have no passkey yet.");
    }
}
