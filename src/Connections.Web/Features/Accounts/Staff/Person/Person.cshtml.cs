using Connections.Data.Identity;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Accounts.Staff.Person;

[Authorize(Policy = AccountsPolicies.Manage)]
public sealed class PersonModel(UserManager<Account> users, GrantRoles grantRoles, IStringLocalizer<AccountsText> texts) : PageModel
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    [TempData]
    public bool IsSaved { get; set; }

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices =>
        [.. Roles.Granted.Select(role => new Choice(role, texts[$"Role.{role}"].Value) { Hint = texts[$"Role.{role}.Hint"].Value })];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        Input.Roles = [.. await users.GetRolesAsync(account)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        var outcome = ModelState.IsValid
            ? await grantRoles.HandleAsync(account, Input.Roles, Input.Reason!.Trim(), User.AccountId(), ct)
            : await grantRoles.CheckAsync(account, Input.Roles, User.AccountId(), ct);
        ModelState.AddRefusals(outcome, texts);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        IsSaved = true;
        return Redirect(AccountsLinks.Person(id));
    }
}
