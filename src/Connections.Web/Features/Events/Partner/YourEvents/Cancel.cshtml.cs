using System.ComponentModel.DataAnnotations;
using Connections.Data;
using Connections.Domain.Events;
using Connections.Web.Features.Events.Partner.Edit;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Events.Partner.YourEvents;

[Authorize(Policy = EventsPolicies.Share)]
public sealed class CancelModel(ConnectionsDbContext db, CancelEvent cancelEvent, IStringLocalizer<EventsText> texts) : PageModel
{
    public Event Event { get; private set; } = null!;

    [BindProperty, StringLength(500, ErrorMessage = "Error.TooLong"), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    [TempData]
    public string? CancelledTitle { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        return Event.Status is EventStatus.Cancelled ? Redirect("/your-events") : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await cancelEvent.HandleAsync(Event, Reason, ct);
        if (!outcome.Succeeded)
        {
            ModelState.AddRefusals(outcome, texts);
            return Page();
        }

        CancelledTitle = Event.Details.Title;
        return Redirect("/your-events");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await db.FindOwnEventAsync(id, User.AccountId(), ct);
        Event = found!;
        return found is not null;
    }
}
