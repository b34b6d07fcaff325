using System.ComponentModel.DataAnnotations;
using Connections.Data;
using Connections.Data.Listings;
using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Staff.ReviewChange;

[Authorize(Policy = DirectoryPolicies.Moderate)]
public sealed class ReviewChangeModel(ConnectionsDbContext db, DirectoryIndexSource source, DecideChange decideChange, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public Listing Listing { get; private set; } = null!;

    public ListingChange Change { get; private set; } = null!;

    public IReadOnlyList<ListingField> Fields { get; private set; } = [];

    public IReadOnlyList<ListingField> Staying => [.. Enum.GetValues<ListingField>().Except(Fields)];

    public IReadOnlyList<ListingCheck> Checks { get; private set; } = [];

    /// <summary>Whether anybody gets the words of staff.</summary>
    public bool CanBeTold { get; private set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>The fields that are ticked to be published.</summary>
    [BindProperty]
    public List<ListingField> Publish { get; set; } = [];

    [BindProperty]
    public ReplyInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        (Version, Publish) = (Change.Version, [.. Fields]);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => DecideAsync(id, Publish, ct);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) => DecideAsync(id, [], ct);

    private async Task<IActionResult> DecideAsync(Guid id, IReadOnlyCollection<ListingField> accepted, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var outcome = await decideChange.HandleAsync(Listing, Change, Version, accepted, Input.Reason, ct);
            ModelState.AddRefusals(outcome, texts);
            Version = outcome.Refusals.Contains(StaleSave.Stale) ? Change.Version : Version;
        }

        return ModelState.IsValid ? Redirect($"{DirectoryLinks.Staff}?done={Uri.EscapeDataString(Listing.Content.Name)}") : Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await db.ListingChanges.SingleOrDefaultAsync(c => c.Id == new ListingChangeId(id) && c.State != ListingChangeState.Draft, ct);
        if (found is null)
        {
            return false;
        }

        Change = found;
        Listing = await db.Listings.SingleAsync(l => l.Id == found.ListingId, ct);
        var before = found.State is ListingChangeState.Waiting ? Listing.Content : found.Before;
        Fields = ListingDifference.Between(before, found.Content);
        CanBeTold = (await db.ContactsOfAsync(Listing.OrganisationId, ct)).Count > 0;
        Checks = ListingChecks.Of(Listing.Id, found.Content, await source.CurrentAsync(ct));
        return true;
    }

    public sealed class ReplyInput
    {
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }
    }
}
