using System.Globalization;
using Connections.Adapters.Mail;
using Connections.Web.Features.Accounts.SigningIn;
using Connections.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Accounts.Public.SignIn;

[EnableRateLimiting(RateLimits.Mail)]
public sealed class SignInModel(SendSignInLink sendSignInLink, IStringLocalizer<AccountsText> texts) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    public string? ReturnPath { get; private set; }

    public IActionResult OnGet(string? returnPath)
    {
        ReturnPath = AccountsLinks.Safe(returnPath);
        if (User.IsSignedIn)
        {
            return Redirect(ReturnPath ?? AccountsLinks.Account);
        }

        // Before the form is sent: a browser whose button is pressed twice may never see the answer to the first.
        AskingBrowser.Mark(HttpContext, SendSignInLink.Lifetime);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? returnPath, CancellationToken ct)
    {
        ReturnPath = AccountsLinks.Safe(returnPath);
        if (ModelState.IsValid && !Mailbox.TryCreate(Input.Email!.Trim(), out _))
        {
            ModelState.AddModelError("Input.Email", texts["Error.EmailWrong"].Value);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var browser = AskingBrowser.Mark(HttpContext, SendSignInLink.Lifetime);
        await sendSignInLink.HandleAsync(Input.Email!, browser, ReturnPath, CultureInfo.CurrentUICulture.Name, ct);
        return Redirect(AccountsLinks.SignInSent);
    }
}
