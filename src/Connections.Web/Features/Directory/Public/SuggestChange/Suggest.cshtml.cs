using Connections.Adapters.Mail;
using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security.Input.Once;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Public.SuggestChange;

[TakesSameWordsOnce]
public sealed class SuggestModel(DirectoryIndexSource source, SuggestChange suggestChange, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public DirectoryCard Card { get; private set; } = null!;

    public bool IsSent { get; private set; }

    [BindProperty]
    public SuggestInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, bool sent, CancellationToken ct)
    {
        IsSent = sent;
        return await FindAsync(slug, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        if (!string.IsNullOrWhiteSpace(Input.Email) && !Mailbox.TryCreate(Input.Email.Trim(), out _))
        {
            ModelState.AddModelError("Input.Email", texts["Error.EmailWrong"].Value);
        }

        if (!ModelState.IsValid)
        {
            ModelState.AddRefusals(Outcome.From(ListingMessage.Check(Input.Words)), texts);
        }
        else
        {
            ModelState.AddRefusals(await suggestChange.HandleAsync(Card.Id, Input.Words, Input.Email, ct), texts);
        }

        return ModelState.IsValid ? Redirect($"{DirectoryLinks.Suggest(slug)}?sent=true") : Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        var found = (await source.CurrentAsync(ct)).Find(slug);
        Card = found!;
        return found is not null;
    }
}
