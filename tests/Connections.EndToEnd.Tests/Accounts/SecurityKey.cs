using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Accounts;

/// <summary>A device that makes and keeps passkeys, and has checked its owner's fingerprint.</summary>
public static class SecurityKey
{
    public static async Task PlugInAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });
    }
}
