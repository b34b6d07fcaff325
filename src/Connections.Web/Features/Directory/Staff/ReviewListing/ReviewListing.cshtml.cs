using System.ComponentModel.DataAnnotations;
using Connections.Data;
using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Staff.ReviewListing;

[Authorize(Policy = DirectoryPolicies.Moderate)]
public sealed class ReviewListingModel(ConnectionsDbContext db, DirectoryIndexSource source, PublishListing publishListing, ReturnListing returnListing, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public Listing Listing { get; private set; } = null!;

    public Organisation Organisation { get; private set; } = null!;

    /// <summary>The people of the organisation; empty where none has given a name.</summary>
    public string SentBy => string.Join(", ", Organisation.Representatives.Select(r => r.Name).Where(name => name.Length > 0));

    public IReadOnlyList<ListingCheck> Checks { get; private set; } = [];

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ReturnInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Version = Listing.Version;
        return Page();
    }

    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct) =>
        DecideAsync(id, () => publishListing.HandleAsync(Listing, Version, ct), ct);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) =>
        DecideAsync(id, () => returnListing.HandleAsync(Listing, Version, Input.Reason, ct), ct);

    private async Task<IActionResult> DecideAsync(Guid id, Func<Task<Outcome>> decide, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var outcome = await decide();
            ModelState.AddRefusals(outcome, texts);
            Version = outcome.Refusals.Contains(StaleSave.Stale) ? Listing.Version : Version;
        }

        return ModelState.IsValid ? Redirect($"{DirectoryLinks.Staff}?done={Uri.EscapeDataString(Listing.Content.Name)}") : Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Listings.SingleOrDefaultAsync(l => l.Id == new ListingId(id) && l.State != ListingState.Draft, ct);
        if (found is null)
        {
            return false;
        }

        Listing = found;
        Organisation = await db.Organisations.SingleAsync(o => o.Id == found.OrganisationId, ct);
        Checks = ListingChecks.Of(found.Id, found.Content, await source.CurrentAsync(ct));
        return true;
    }

    public sealed class ReturnInput
    {
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }
    }
}
