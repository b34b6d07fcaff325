using Connections.Data.Identity;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Localization;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Accounts.Public.YourAccount;

[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class YourAccountModel(
    UserManager<Account> users,
    SignInManager<Account> signIn,
    SiteLanguages languages,
    ZoneChoices zones,
    IStringLocalizer<AccountsText> texts) : PageModel
{
    [BindProperty]
    public YourAccountInput Input { get; set; } = new();

    [TempData]
    public bool IsSaved { get; set; }

    public string Email { get; private set; } = "";

    public int PasskeyCount { get; private set; }

    public bool HasAuthenticator { get; private set; }

    public IReadOnlyList<Choice> Languages =>
        [.. languages.Offered.Select(culture => new Choice(culture.TwoLetterISOLanguageName, culture.Parent.NativeName) { Language = culture.Name })];

    public IReadOnlyList<Choice> TimeZones => zones.With();

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is not { } account)
        {
            return NotFound();
        }

        Input = new YourAccountInput { Name = account.DisplayName, Language = account.Language, TimeZone = account.TimeZone };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is not { } account)
        {
            return NotFound();
        }

        var zone = string.IsNullOrEmpty(Input.TimeZone) ? null : Input.TimeZone;
        if (zone is not null && !ZoneChoices.Has(zone))
        {
            ModelState.AddModelError("Input.TimeZone", texts["Error.TimeZoneWrong"].Value);
        }

        Input.Language ??= account.Language;
        if (Input.Language != account.Language && Languages.All(choice => choice.Value != Input.Language))
        {
            ModelState.AddModelError("Input.Language", texts["Error.LanguageMissing"].Value);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        account.DisplayName = Input.Name!.Trim();
        account.Language = Input.Language!;
        account.TimeZone = zone;
        await users.UpdateAsync(account);
        await signIn.RefreshSignInAsync(account);
        IsSaved = true;
        return Redirect(AccountsLinks.Account);
    }

    private async Task<Account?> LoadAsync()
    {
        var account = await users.GetUserAsync(User);
        if (account is not null)
        {
            Email = account.Email!;
            HasAuthenticator = account.TwoFactorEnabled;
            PasskeyCount = (await users.GetPasskeysAsync(account)).Count;
        }

        return account;
    }
}
