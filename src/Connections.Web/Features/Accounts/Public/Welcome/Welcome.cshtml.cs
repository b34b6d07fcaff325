using System.ComponentModel.DataAnnotations;
using Connections.Data.Identity;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Accounts.Public.Welcome;

/// <summary>A new account says how its person wants to be addressed, and goes on to where they were going.</summary>
[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class WelcomeModel(UserManager<Account> users, SignInManager<Account> signIn) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Error.NameMissing"), StringLength(120, ErrorMessage = "Error.NameTooLong")]
    public string? Name { get; set; }

    public string? ReturnPath { get; private set; }

    public void OnGet(string? returnPath) => ReturnPath = AccountsLinks.Safe(returnPath);

    public async Task<IActionResult> OnPostAsync(string? returnPath)
    {
        ReturnPath = AccountsLinks.Safe(returnPath);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = await users.GetUserAsync(User);
        if (account is null)
        {
            return NotFound();
        }

        account.DisplayName = Name!.Trim();
        await users.UpdateAsync(account);
        await signIn.RefreshSignInAsync(account);
        return Redirect(ReturnPath ?? AccountsLinks.Account);
    }
}
