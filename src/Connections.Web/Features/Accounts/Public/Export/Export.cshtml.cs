using Connections.Data.Identity;
using Connections.Web.Features.Accounts.PersonalData;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Accounts.Public.Export;

[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class ExportModel(UserManager<Account> users, ExportPersonalData exportPersonalData) : PageModel
{
    public void OnGet()
    {
        // Only the words of the page.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await users.GetUserAsync(User) is not { } account)
        {
            return NotFound();
        }

        var json = await exportPersonalData.HandleAsync(new DataSubject(account.AccountId, account.Email!), ct);
        return File(json, "application/json", "my-data.json");
    }
}
