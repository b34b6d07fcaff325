using Connections.Data;
using Connections.Data.Listings;
using Connections.Domain.Directory;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Owned.YourOrganisations;

[Authorize]
public sealed class OrganisationModel(ConnectionsDbContext db, ConfirmListing confirmListing, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public OwnListing Own { get; private set; } = null!;

    /// <summary>The last change that staff decided, with their words.</summary>
    public ListingChange? LastDecided { get; private set; }

    /// <summary>What has just been done: "saved", "sent", "confirmed".</summary>
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken ct)
    {
        Done = done is "saved" or "sent" or "confirmed" or "withdrawn" ? done : null;
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

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var own = await OwnListing.FindAsync(db, new ListingId(id), User.AccountId(), ct);
        Own = own!;
        LastDecided = own is null ? null : await db.ListingChanges.AsNoTracking()
            .Where(c => c.ListingId == own.Listing.Id && c.State != ListingChangeState.Draft && c.State != ListingChangeState.Waiting && c.State != ListingChangeState.Dropped)
            .OrderByDescending(c => c.DecidedAt).FirstOrDefaultAsync(ct);
        return own is not null;
    }
}
