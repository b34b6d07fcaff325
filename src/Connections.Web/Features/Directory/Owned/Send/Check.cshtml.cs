using Connections.Data;
using Connections.Data.Listings;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Owned.Send;

/// <summary>Everything that was written, what is still missing, and the button that sends it.</summary>
[Authorize]
public sealed class CheckModel(ConnectionsDbContext db, SendListing sendListing, DirectoryReference reference, TimeProvider clock, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public OwnListing Own { get; private set; } = null!;

    /// <summary>What must still be said, by the part in which to say it.</summary>
    public IReadOnlyList<(ListingPart Part, Refusal Refusal)> Open { get; private set; } = [];

    /// <summary>What differs from the published listing; none for a new listing.</summary>
    public IReadOnlyList<ListingField> Changed { get; private set; } = [];

    [BindProperty]
    public SendInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Choice> ForeignStates =>
        [.. Enum.GetNames<ForeignStateLink>().Select(s => new Choice(s, texts[$"ForeignState.{s}"].Value))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!Own.Listing.CanBeWritten && Own.Change is null)
        {
            return Redirect(DirectoryLinks.Written(Own.Listing.Id));
        }

        var declared = Own.Listing.Declaration;
        Input = new SendInput { ForeignState = declared?.ForeignState?.ToString(), ForeignStateDetails = declared?.ForeignStateDetails };
        Version = Own.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var outcome = await sendListing.HandleAsync(Own, Input.ToDeclaration(), Version, ct);
            ModelState.AddRefusals(outcome, texts);
            Version = outcome.Refusals.Contains(StaleSave.Stale) ? Own.Version : Version;
        }

        return ModelState.IsValid ? Redirect($"{DirectoryLinks.Written(Own.Listing.Id)}?done=sent") : Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var own = await OwnListing.FindAsync(db, new ListingId(id), User.AccountId(), ct);
        Own = own!;
        if (own is not null)
        {
            Open = [.. Enum.GetValues<ListingPart>().SelectMany(
                part => ListingRules.Check(part, own.Content, reference.Vocabulary, clock.GetUtcNow().Year), (part, refusal) => (part, refusal))];
            Changed = own.Listing.CanBeChanged ? ListingDifference.Between(own.Listing.Content, own.Content) : [];
        }

        return own is not null;
    }
}
