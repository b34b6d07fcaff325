using System.ComponentModel.DataAnnotations;
using Connections.Data;
using Connections.Domain.Events;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Features.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Events.Staff.Check;

[Authorize(Policy = EventsPolicies.Approve)]
public sealed class CheckModel(ConnectionsDbContext db, CheckEvent checkEvent, ReaderZone zone, TimeProvider clock, IStringLocalizer<EventsText> texts) : PageModel
{
    public Event Event { get; private set; } = null!;

    public Domain.Partners.Partner? Partner { get; private set; }

    public bool IsAccredited { get; private set; }

    [BindProperty, StringLength(2000, ErrorMessage = "Error.TooLong"), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [TempData]
    public string? PublishedTitle { get; set; }

    [TempData]
    public string? ReturnedTitle { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Version = Event.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        PublishedTitle = Event.Wanted.Title;
        return await DecideAsync(() => checkEvent.PublishAsync(Event, Version, ct));
    }

    public async Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        ReturnedTitle = Event.Wanted.Title;
        return await DecideAsync(() => checkEvent.ReturnAsync(Event, Version, Reason, ct));
    }

    private async Task<IActionResult> DecideAsync(Func<Task<Outcome>> decide)
    {
        var present = Event.Version;
        if (ModelState.IsValid)
        {
            try
            {
                var outcome = await decide();
                if (outcome.Succeeded)
                {
                    return Redirect("/staff/events");
                }

                ModelState.AddRefusals(outcome, texts, prefix: "");
            }
            catch (DbUpdateConcurrencyException)
            {
                ModelState.Remove(nameof(Version));
                Version = present;
                ModelState.AddModelError("", texts["Check.Changed"]);
            }
        }

        (PublishedTitle, ReturnedTitle) = (null, null);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Events.SingleOrDefaultAsync(e => e.Id == new EventId(id), ct) is not { } found)
        {
            return false;
        }

        Event = found;
        Partner = found.PartnerId is { } partner ? await db.Partners.AsNoTracking().SingleAsync(p => p.Id == partner, ct) : null;
        IsAccredited = Partner?.IsAccredited(zone.Today(clock)) is true;
        return true;
    }
}
