using Connections.Data.Identity;
using Connections.Web.Features.Accounts.SigningIn;
using Connections.Web.Security.Input.Once;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Accounts.Public.SignIn;

/// <summary>Takes the browser's answer to a passkey challenge. The device has checked its owner, so this is two factors in one.</summary>
[TakesFormAgain]
public sealed class PasskeyModel(UserManager<Account> users, SignInManager<Account> manager, SignInAccount signIn, AfterSignIn afterSignIn) : PageModel
{
    public string? ReturnPath { get; private set; }

    public IActionResult OnGet() => Redirect(AccountsLinks.SignInPath);

    public async Task<IActionResult> OnPostAsync(string? credential, string? returnPath)
    {
        ReturnPath = AccountsLinks.Safe(returnPath);
        if (string.IsNullOrEmpty(credential) || await AssertAsync(credential) is not { } account)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await signIn.HandleAsync(account, withSecondFactor: true);
        return Redirect(await afterSignIn.PathAsync(account, ReturnPath, withSecondFactor: true));
    }

    private async Task<Account?> AssertAsync(string credential)
    {
        PasskeyAssertionResult<Account> result;
        try
        {
            result = await manager.PerformPasskeyAssertionAsync(credential);
        }
        catch (Exception e) when (e is InvalidOperationException or System.Text.Json.JsonException)
        {
            // No challenge was asked for in this browser, or what came is no credential.
            return null;
        }

        if (!result.Succeeded)
        {
            return null;
        }

        // The passkey's own counter has moved.
        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }
}
