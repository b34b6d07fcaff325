using System.ComponentModel.DataAnnotations;
using Connections.Data.Audit;
using Connections.Data.Identity;
using Connections.Web.Features.Accounts.SigningIn;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Accounts.Public.Authenticator;

/// <summary>Sets up an app that shows a new code every half minute (RFC 6238), and the recovery codes for the day it is lost.</summary>
[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class AuthenticatorModel(
    UserManager<Account> users,
    SignInAccount signIn,
    AuditTrail audit,
    Site site,
    IStringLocalizer<AccountsText> texts) : PageModel
{
    private const int CodesGiven = 10;

    [BindProperty]
    [Required(ErrorMessage = "Error.CodeMissing"), StringLength(40, ErrorMessage = "Error.CodeWrong")]
    public string? Code { get; set; }

    public string? ReturnPath { get; private set; }

    public bool IsSetUp { get; private set; }

    public int CodesLeft { get; private set; }

    public string Key { get; private set; } = "";

    public QrDrawing Qr { get; private set; } = new(0, "");

    /// <summary>Shown once, right after they are made.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? returnPath)
    {
        ReturnPath = AccountsLinks.Safe(returnPath);
        return await LoadAsync() is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? returnPath)
    {
        ReturnPath = AccountsLinks.Safe(returnPath);
        if (await LoadAsync() is not { IsSetUpElsewhere: false } loaded)
        {
            return Redirect(AccountsLinks.SecondFactor(AccountsLinks.Authenticator));
        }

        var typed = string.Concat((Code ?? "").Where(char.IsAsciiDigit));
        if (ModelState.IsValid && !await users.VerifyTwoFactorTokenAsync(loaded.Account, TokenOptions.DefaultAuthenticatorProvider, typed))
        {
            ModelState.AddModelError(nameof(Code), texts["Error.CodeWrong"].Value);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        audit.Record("accounts.authenticator-add", $"account:{loaded.Account.Id}");
        await users.SetTwoFactorEnabledAsync(loaded.Account, enabled: true);
        return await WithNewCodesAsync(loaded.Account);
    }

    public async Task<IActionResult> OnPostNewCodesAsync() =>
        User.HasSecondFactor && await LoadAsync() is { Account.TwoFactorEnabled: true } loaded
            ? await WithNewCodesAsync(loaded.Account)
            : Redirect(AccountsLinks.SecondFactor(AccountsLinks.Authenticator));

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!User.HasSecondFactor || await LoadAsync() is not { } loaded)
        {
            return Redirect(AccountsLinks.SecondFactor(AccountsLinks.Authenticator));
        }

        audit.Record("accounts.authenticator-remove", $"account:{loaded.Account.Id}");
        await users.SetTwoFactorEnabledAsync(loaded.Account, enabled: false);
        await users.ResetAuthenticatorKeyAsync(loaded.Account);
        await signIn.HandleAsync(loaded.Account, withSecondFactor: (await users.GetPasskeysAsync(loaded.Account)).Count > 0);
        return Redirect(AccountsLinks.Account);
    }

    private async Task<IActionResult> WithNewCodesAsync(Account account)
    {
        RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, CodesGiven) ?? []];
        IsSetUp = true;
        await signIn.HandleAsync(account, withSecondFactor: true);
        return Page();
    }

    private async Task<Loaded?> LoadAsync()
    {
        if (await users.GetUserAsync(User) is not { } account)
        {
            return null;
        }

        IsSetUp = account.TwoFactorEnabled;
        CodesLeft = IsSetUp ? await users.CountRecoveryCodesAsync(account) : 0;
        if (!IsSetUp)
        {
            if (await users.GetAuthenticatorKeyAsync(account) is not { Length: > 0 })
            {
                await users.ResetAuthenticatorKeyAsync(account);
            }

            var key = (await users.GetAuthenticatorKeyAsync(account))!;
            Key = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
            Qr = QrDrawing.Of($"otpauth://totp/{Uri.EscapeDataString(site.Name)}:{Uri.EscapeDataString(account.Email!)}?secret={key}&issuer={Uri.EscapeDataString(site.Name)}&digits=6");
        }

        var hasOther = IsSetUp || (await users.GetPasskeysAsync(account)).Count > 0;
        return new Loaded(account, IsSetUpElsewhere: hasOther && !User.HasSecondFactor);
    }

    private sealed record Loaded(Account Account, bool IsSetUpElsewhere);
}
