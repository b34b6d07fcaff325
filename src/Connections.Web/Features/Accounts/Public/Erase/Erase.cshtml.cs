using Connections.Data.Identity;
using Connections.Web.Features.Accounts.PersonalData;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Accounts.Public.Erase;

[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class EraseModel(
    UserManager<Account> users,
    SignInManager<Account> signIn,
    EraseAccount eraseAccount,
    IStringLocalizer<AccountsText> texts) : PageModel
{
    [BindProperty]
    public bool IsSure { get; set; }

    public IReadOnlyList<string> Reasons { get; private set; } = [];

    /// <summary>What happens to what only this person looks after.</summary>
    public IReadOnlyList<string> LeftBehind { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SubjectAsync() is not { } subject)
        {
            return NotFound();
        }

        Reasons = await eraseAccount.WhyNotYetAsync(subject, ct);
        LeftBehind = await eraseAccount.WhatHappensAsync(subject, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await SubjectAsync() is not { } subject)
        {
            return NotFound();
        }

        if (!IsSure)
        {
            LeftBehind = await eraseAccount.WhatHappensAsync(subject, ct);
            ModelState.AddModelError(nameof(IsSure), texts["Error.EraseNotSure"].Value);
            return Page();
        }

        LeftBehind = await eraseAccount.WhatHappensAsync(subject, ct);
        Reasons = await eraseAccount.HandleAsync(subject, ct);
        if (Reasons.Count > 0)
        {
            return Page();
        }

        await signIn.SignOutAsync();
        return Redirect(LeftBehind.Count > 0 ? $"{AccountsLinks.Erased}?left=true" : AccountsLinks.Erased);
    }

    private async Task<DataSubject?> SubjectAsync() =>
        await users.GetUserAsync(User) is { } account ? new DataSubject(account.AccountId, account.Email!) : null;
}
