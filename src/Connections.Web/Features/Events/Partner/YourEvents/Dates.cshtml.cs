using Connections.Data;
using Connections.Domain.Events;
using Connections.Web.Features.Events.Dates;
using Connections.Web.Features.Events.Partner.Edit;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Events.Partner.YourEvents;

[Authorize(Policy = EventsPolicies.Share)]
public sealed class DatesModel(ConnectionsDbContext db, CallOffDate callOffDate, TimeProvider clock, IStringLocalizer<EventsText> texts) : PageModel
{
    public EventDates Dates { get; private set; } = null!;

    [TempData]
    public string? Said { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, DateChoice choice, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (await choice.TryAsync(callOffDate, Dates.Event, ModelState, texts, ct))
        {
            Said = choice.Said;
            return Redirect(Dates.ListPath);
        }

        db.ChangeTracker.Clear();
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Dates = Dates with { Refused = choice };
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var dates = EventDates.Of(await db.FindOwnEventAsync(id, User.AccountId(), ct), $"/your-events/{id}/dates", clock.GetUtcNow());
        Dates = dates!;
        return dates is not null;
    }
}
