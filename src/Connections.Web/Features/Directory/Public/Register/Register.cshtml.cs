using System.Globalization;
using Connections.Adapters.Mail;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Web.Features.Accounts;
using Connections.Web.Features.Accounts.SigningIn;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Public.Register;

/// <summary>An organisation adds itself: name and e-mail address, a link in the mailbox, and then it writes. Nothing is
/// stored of an organisation whose address nobody has confirmed.</summary>
[EnableRateLimiting(RateLimits.Mail)]
public sealed class RegisterModel(SendSignInLink sendSignInLink, IStringLocalizer<DirectoryText> texts) : PageModel
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    /// <param name="name">What was typed before, where somebody asks for the link again.</param>
    public IActionResult OnGet(string? name)
    {
        Input = new RegisterInput { Name = name };
        return User.IsSignedIn ? Redirect(ReturnPath(name?.Trim() ?? "")) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.AddRefusals(Outcome.From(ListingRules.CheckNameAlone(Input.Name?.Trim() ?? "")), texts);
        if (string.IsNullOrWhiteSpace(Input.Email))
        {
            ModelState.AddModelError("Input.Email", texts["Error.EmailMissing"].Value);
        }
        else if (!Mailbox.TryCreate(Input.Email.Trim(), out _))
        {
            ModelState.AddModelError("Input.Email", texts["Error.EmailWrong"].Value);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var browser = AskingBrowser.Mark(HttpContext, SendSignInLink.Lifetime);
        var name = Input.Name!.Trim();
        await sendSignInLink.HandleAsync(Input.Email!, browser, ReturnPath(name), CultureInfo.CurrentUICulture.Name, ct, adding: name);
        return Redirect(DirectoryLinks.AddSent(name));
    }

    /// <summary>The name travels in the link. One in a script whose address would be too long is typed again.</summary>
    private static string ReturnPath(string name)
    {
        var path = $"{DirectoryLinks.YourOrganisation}/new";
        return name.Length == 0 ? path : AccountsLinks.Safe($"{path}?name={Uri.EscapeDataString(name)}") ?? path;
    }
}
