using Connections.Data;
using Connections.Data.Listings;
using Connections.Domain.Directory;
using Connections.Web.Features.Directory.Reading;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Owned.Write;

/// <summary>One of the four parts of a listing. Each is saved by itself; what is saved can be left and come back to.</summary>
[Authorize]
public sealed class PartModel(ConnectionsDbContext db, SavePart savePart, DirectoryReference reference, ListingWords words, Site site, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public OwnListing Own { get; private set; } = null!;

    public ListingPart Part { get; private set; }

    [BindProperty]
    public ListingInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<OrganisationKind>().Select(k => new Choice(k.Key(), words.Kind(k)))];

    public IReadOnlyList<Choice> Ways => [.. Enum.GetValues<MeetingWay>().Select(w => new Choice(w.Key(), words.Meeting(w)))];

    public IReadOnlyList<Choice> Communities => [.. reference.Communities.Select(c => new Choice(c.Key, c.Name))];

    public IReadOnlyList<Choice> Countries => [.. reference.Countries.Select(c => new Choice(c.Key, c.Name))];

    public IReadOnlyList<Choice> Languages => [.. reference.Languages.Select(l => new Choice(l.Key, l.Name))];

    /// <summary>The languages most listings of this site use first, then what is chosen already; the rest opens under them.</summary>
    public IReadOnlyList<Choice> CommonLanguages => [.. Languages.Where(l => site.ContentLanguages.Contains(l.Value) || Input.Languages.Contains(l.Value))];

    public IReadOnlyList<Choice> OtherLanguages => [.. Languages.Except(CommonLanguages)];

    public async Task<IActionResult> OnGetAsync(Guid id, string part, CancellationToken ct)
    {
        if (!await FindAsync(id, part, ct))
        {
            return NotFound();
        }

        if (!Own.Listing.CanBeWritten && !Own.Listing.CanBeChanged)
        {
            return Redirect(DirectoryLinks.Written(Own.Listing.Id));
        }

        Input = ListingInput.From(Own.Content, site.DefaultLanguage);
        if (string.IsNullOrEmpty(Input.Country) && site.IsAroundHome(site.Home.Country))
        {
            // Most who write on the site of a town are of its country.
            Input.Country = site.Home.Country;
        }

        Version = Own.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string part, bool later, CancellationToken ct)
    {
        if (!await FindAsync(id, part, ct))
        {
            return NotFound();
        }

        var outcome = ModelState.IsValid
            ? await savePart.HandleAsync(Own, User.AccountId(), Part, Input, Version, isComplete: !later, ct)
            : savePart.Check(Own, Part, Input, isComplete: !later);
        ModelState.AddRefusals(outcome, texts);

        // What was typed is shown again; whoever now saves it has been told that it replaces somebody's words.
        Version = outcome.Refusals.Contains(StaleSave.Stale) ? Own.Version : Version;

        return !ModelState.IsValid ? Page()
            : later ? Redirect($"{DirectoryLinks.Written(Own.Listing.Id)}?done=saved")
            : Redirect(Part is ListingPart.Joining ? DirectoryLinks.Check(Own.Listing.Id) : DirectoryLinks.Write(Own.Listing.Id, Part + 1));
    }

    private async Task<bool> FindAsync(Guid id, string part, CancellationToken ct)
    {
        var own = await OwnListing.FindAsync(db, new ListingId(id), User.AccountId(), ct);
        Own = own!;
        Part = Enum.Parse<ListingPart>(part, ignoreCase: true);
        return own is not null;
    }
}
