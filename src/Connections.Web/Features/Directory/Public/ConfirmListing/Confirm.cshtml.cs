using Connections.Data;
using Connections.Domain.Directory;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Public.ConfirmListing;

public sealed class ConfirmModel(ConnectionsDbContext db, ConfirmationLinks confirmation, Owned.ConfirmListing confirmListing, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public Listing Listing { get; private set; } = null!;

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, bool done, CancellationToken ct)
    {
        IsDone = done;
        return await FindAsync(token, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
        {
            return NotFound();
        }

        ModelState.AddRefusals(await confirmListing.HandleAsync(Listing.Id, ct), texts);
        return ModelState.IsValid ? Redirect($"{Request.Path}?done=true") : Page();
    }

    private async Task<bool> FindAsync(string token, CancellationToken ct)
    {
        var id = confirmation.Read(token);
        var found = id is null ? null : await db.Listings.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.Slug != null && l.State != ListingState.Withdrawn, ct);
        Listing = found!;
        return found is not null;
    }
}
