using Connections.Data;
using Connections.Data.Listings;
using Connections.Domain.Directory;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Owned.Withdraw;

[Authorize]
public sealed class WithdrawModel(ConnectionsDbContext db, WithdrawListing withdrawListing, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public OwnListing Own { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        ModelState.AddRefusals(await withdrawListing.HandleAsync(Own, ct), texts);
        return ModelState.IsValid ? Redirect($"{DirectoryLinks.Written(Own.Listing.Id)}?done=withdrawn") : Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var own = await OwnListing.FindAsync(db, new ListingId(id), User.AccountId(), ct);
        Own = own!;
        return own is not null;
    }
}
