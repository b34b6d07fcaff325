using System.ComponentModel.DataAnnotations;
using Connections.Data.Listings.Search;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Connections.Web.Security.Input.Once;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Public.Claim;

[Authorize]
[TakesSameWordsOnce]
public sealed class ClaimModel(DirectoryIndexSource source, ClaimListing claimListing, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public DirectoryCard Card { get; private set; } = null!;

    public bool IsSent { get; private set; }

    [BindProperty]
    public ClaimInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, bool sent, CancellationToken ct)
    {
        IsSent = sent;
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        return await claimListing.IsRepresentedByAsync(Card.Id, User.AccountId(), ct) ? Redirect(DirectoryLinks.Written(Card.Id)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            ModelState.AddRefusals(await claimListing.HandleAsync(Card.Id, User.AccountId(), Input.Words, ct), texts);
        }

        return ModelState.IsValid ? Redirect($"{DirectoryLinks.Claim(slug)}?sent=true") : Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        var found = (await source.CurrentAsync(ct)).Find(slug);
        Card = found!;
        return found is not null;
    }

    public sealed class ClaimInput
    {
        [DataType(DataType.MultilineText)]
        public string? Words { get; set; }
    }
}
