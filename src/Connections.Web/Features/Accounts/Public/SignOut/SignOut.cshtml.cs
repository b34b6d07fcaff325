using Connections.Data.Identity;
using Connections.Web.Security;
using Connections.Web.Security.Input.Once;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Accounts.Public.SignOut;

/// <summary>Ends the sign-in here, or in every browser. Only a post does it, so that no link can.</summary>
[TakesFormAgain, IgnoreAntiforgeryToken]
public sealed class SignOutModel(UserManager<Account> users, SignInManager<Account> signIn, IAntiforgery antiforgery) : PageModel
{
    public IActionResult OnGet() => User.IsSignedIn ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync(bool everywhere)
    {
        // The second click of two comes signed out already, with a token that was for the person who has left.
        if (!User.IsSignedIn)
        {
            return Redirect("/");
        }

        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return new AntiforgeryValidationFailedResult();
        }

        if (everywhere && await users.GetUserAsync(User) is { } account)
        {
            await users.UpdateSecurityStampAsync(account);
        }

        await signIn.SignOutAsync();
        return Redirect("/");
    }
}
