using System.ComponentModel.DataAnnotations;
using Connections.Data.Identity;
using Connections.Web.Features.Accounts.SigningIn;
using Connections.Web.Security;
using Connections.Web.Security.Input.Once;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Accounts.Public.SecondFactor;

/// <summary>After the mailed link, staff prove themselves a second time, or set up how they will.</summary>
[Authorize(Policy = RoleAbilities.SignedIn)]
[TakesFormAgain]
public sealed class SecondFactorModel(
    UserManager<Account> users,
    CheckSecondFactor checkSecondFactor,
    SignInAccount signIn,
    AfterSignIn afterSignIn,
    IStringLocalizer<AccountsText> texts) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Error.CodeMissing"), StringLength(40, ErrorMessage = "Error.CodeWrong")]
    public string? Code { get; set; }

    public string? ReturnPath { get; private set; }

    public bool HasAuthenticator { get; private set; }

    public bool HasPasskey { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? returnPath)
    {
        ReturnPath = AccountsLinks.Safe(returnPath);
        if (User.HasSecondFactor)
        {
            return Redirect(ReturnPath ?? AccountsLinks.Account);
        }

        return await LoadAsync() is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? returnPath)
    {
        ReturnPath = AccountsLinks.Safe(returnPath);
        if (await LoadAsync() is not { } account)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            switch (await checkSecondFactor.HandleAsync(account, Code!))
            {
                case SecondFactorAnswer.Right:
                    await signIn.HandleAsync(account, withSecondFactor: true);
                    return Redirect(await afterSignIn.PathAsync(account, ReturnPath, withSecondFactor: true));
                case SecondFactorAnswer.TooManyTries:
                    ModelState.AddModelError(nameof(Code), texts["Error.CodeTooOften"].Value);
                    break;
                case SecondFactorAnswer.Wrong:
                    ModelState.AddModelError(nameof(Code), texts["Error.CodeWrong"].Value);
                    break;
            }
        }

        return Page();
    }

    private async Task<Account?> LoadAsync()
    {
        var account = await users.GetUserAsync(User);
        if (account is not null)
        {
            HasAuthenticator = account.TwoFactorEnabled;
            HasPasskey = (await users.GetPasskeysAsync(account)).Count > 0;
        }

        return account;
    }
}
