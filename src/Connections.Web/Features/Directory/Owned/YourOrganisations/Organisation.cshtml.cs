using Connections.Data;
using Connections.Data.Listings;
using Connections.Domain.Directory;
using Connections.Web.Features.Directory.Owned.Withdraw;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Owned.YourOrganisations;

[Authorize]
public sealed class OrganisationModel(ConnectionsDbContext db, ConfirmListing confirmListing, ListAgain listAgain, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public OwnListing Own { get; private set; } = null!;

    /// <summary>What is published is shown as it is, whatever has been written since; before that, what was written.</summary>
    public ListingContent Shown => Own.Listing.Content;

    /// <summary>What has just been done: "saved", "sent", "confirmed", "withdrawn", "back".</summary>
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken ct)
    {
        Done = done is "saved" or "sent" or "confirmed" or "withdrawn" or "back" ? done : null;
        return await FindAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        ModelState.AddRefusals(await confirmListing.HandleAsync(Own.Listing.Id, ct), texts);
        return ModelState.IsValid ? Redirect($"{DirectoryLinks.Written(Own.Listing.Id)}?done=confirmed") : Page();
    }

    public async Task<IActionResult> OnPostListAgainAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        ModelState.AddRefusals(await listAgain.HandleAsync(Own.Listing, ct), texts);
        return ModelState.IsValid ? Redirect($"{DirectoryLinks.Written(Own.Listing.Id)}?done=back") : Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var own = await OwnListing.FindAsync(db, new ListingId(id), User.AccountId(), ct);
        Own = own!;
        return own is not null;
    }
}
