using System.ComponentModel.DataAnnotations;
using Connections.Data;
using Connections.Data.Listings;
using Connections.Domain.Directory;
using Connections.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Staff.AnswerMessage;

[Authorize(Policy = DirectoryPolicies.Moderate)]
public sealed class MessageModel(ConnectionsDbContext db, AnswerMessage answerMessage, IStringLocalizer<DirectoryText> texts) : PageModel
{
    public ListingMessage Message { get; private set; } = null!;

    public Listing Listing { get; private set; } = null!;

    /// <summary>Who claims to represent the organisation: name and address, as confirmed.</summary>
    public string? Claimant { get; private set; }

    /// <summary>How many are written to when the words are passed on.</summary>
    public int Contacts { get; private set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Version = Message.Version;
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken ct) => AnswerAsync(id, accept: true, ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken ct) => AnswerAsync(id, accept: false, ct);

    private async Task<IActionResult> AnswerAsync(Guid id, bool accept, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var outcome = await answerMessage.HandleAsync(Message, Listing, Version, accept, Input.Reason, ct);
            ModelState.AddRefusals(outcome, texts);
            Version = outcome.Refusals.Contains(StaleSave.Stale) ? Message.Version : Version;
        }

        return ModelState.IsValid ? Redirect($"{DirectoryLinks.Staff}?done={Uri.EscapeDataString(Listing.Content.Name)}{(answerMessage.IsPassedOn ? "&passedOn=true" : "")}") : Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await db.ListingMessages.SingleOrDefaultAsync(m => m.Id == new ListingMessageId(id), ct);
        if (found is null)
        {
            return false;
        }

        Message = found;
        Listing = await db.Listings.SingleAsync(l => l.Id == found.ListingId, ct);
        Contacts = (await db.ContactsOfAsync(Listing.OrganisationId, ct)).Count;
        Claimant = found.AccountId is { } account
            ? await db.Users.Where(u => u.Id == account.Value).Select(u => u.DisplayName + " <" + u.Email + ">").SingleOrDefaultAsync(ct)
            : found.Email;
        return true;
    }

    public sealed class AnswerInput
    {
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }
    }
}
