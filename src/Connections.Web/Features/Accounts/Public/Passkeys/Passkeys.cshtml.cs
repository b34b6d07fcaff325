using System.Buffers.Text;
using Connections.Data.Audit;
using Connections.Data.Identity;
using Connections.Web.Features.Accounts.SigningIn;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Accounts.Public.Passkeys;

public sealed record PasskeyRow(string Id, string Name, DateTimeOffset CreatedAt);

[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class PasskeysModel(
    UserManager<Account> users,
    SignInManager<Account> signIn,
    SignInAccount signInAccount,
    AuditTrail audit,
    IStringLocalizer<AccountsText> texts) : PageModel
{
    private const int LongestName = 80;

    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    public string? ReturnPath { get; private set; }

    /// <summary>A name that was typed and refused, and the passkey it was for.</summary>
    public (string Id, string Name)? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? returnPath)
    {
        ReturnPath = AccountsLinks.Safe(returnPath);
        return await LoadAsync() is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential, string? returnPath)
    {
        ReturnPath = AccountsLinks.Safe(returnPath);
        if (await LoadAsync() is not { } account)
        {
            return NotFound();
        }

        // A sign-in by mail alone must not be able to add a way round the second factor that is already set.
        if (!User.HasSecondFactor && (account.TwoFactorEnabled || Passkeys.Count > 0))
        {
            return Redirect(AccountsLinks.SecondFactor(AccountsLinks.Passkeys));
        }

        if (await AttestAsync(credential) is not { } passkey)
        {
            ModelState.AddModelError("", texts["Passkeys.Failed"].Value);
            return Page();
        }

        passkey.Name = texts["Passkeys.DefaultName", Passkeys.Count + 1].Value;
        audit.Record("accounts.passkey-add", $"account:{account.Id}");
        await users.AddOrUpdatePasskeyAsync(account, passkey);
        await signInAccount.HandleAsync(account, withSecondFactor: true);
        return Redirect(ReturnPath ?? AccountsLinks.Passkeys);
    }

    public async Task<IActionResult> OnPostRenameAsync(string? id, string? name)
    {
        if (await LoadAsync() is not { } account || await FindAsync(account, id) is not { } passkey)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName)
        {
            ModelState.AddModelError(nameof(name), texts["Error.PasskeyName", LongestName].Value);
        }

        if (!ModelState.IsValid)
        {
            Refused = (id!, name ?? "");
            return Page();
        }

        passkey.Name = name!.Trim();
        await users.AddOrUpdatePasskeyAsync(account, passkey);
        return Redirect(AccountsLinks.Passkeys);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id)
    {
        if (await LoadAsync() is not { } account || await FindAsync(account, id) is not { } passkey)
        {
            return NotFound();
        }

        if (!User.HasSecondFactor)
        {
            return Redirect(AccountsLinks.SecondFactor(AccountsLinks.Passkeys));
        }

        audit.Record("accounts.passkey-remove", $"account:{account.Id}");
        await users.RemovePasskeyAsync(account, passkey.CredentialId);
        return Redirect(AccountsLinks.Passkeys);
    }

    private async Task<Account?> LoadAsync()
    {
        var account = await users.GetUserAsync(User);
        if (account is not null)
        {
            Passkeys = [.. (await users.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt)
                .Select(p => new PasskeyRow(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "", p.CreatedAt))];
        }

        return account;
    }

    private async Task<UserPasskeyInfo?> FindAsync(Account account, string? id) =>
        id is { Length: > 0 and < 2000 } && Base64Url.IsValid(id) ? await users.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) : null;

    private async Task<UserPasskeyInfo?> AttestAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded ? result.Passkey : null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
