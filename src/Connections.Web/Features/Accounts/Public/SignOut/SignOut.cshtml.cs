using Connections.Data.Identity;
using Connections.Web.Security;
using Connections.Web.Security.Input.Once;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Accounts.Public.SignOut;

/// <summary>Ends the sign-in here, or in every browser. Only a post does it, so that no link can.</summary>
[TakesFormAgain]
public sealed class SignOutModel(UserManager<Account> users, SignInManager<Account> signIn) : PageModel
{
    public IActionResult OnGet() => User.IsSignedIn ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync(bool everywhere)
    {
        if (everywhere && await users.GetUserAsync(User) is { } account)
        {
            await users.UpdateSecurityStampAsync(account);
        }

        await signIn.SignOutAsync();
        return Redirect("/");
    }
}
