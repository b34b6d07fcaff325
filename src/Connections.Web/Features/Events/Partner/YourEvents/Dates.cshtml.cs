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

    [BindProperty]
    public string? Start { get; set; }

    [BindProperty]
    public bool TakesPlace { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [TempData]
    public string? Said { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await EventDates.TryAsync(() => callOffDate.HandleAsync(Dates.Event, Start, TakesPlace, Version, ct), ModelState, texts))
        {
            db.ChangeTracker.Clear();
            return await FindAsync(id, ct) ? Page() : NotFound();
        }

        Said = TakesPlace ? "Dates.Restored" : "Dates.CalledOff";
        return Redirect(Dates.ListPath);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var dates = EventDates.Of(await db.FindOwnEventAsync(id, User.AccountId(), ct), $"/your-events/{id}/dates", clock.GetUtcNow());
        Dates = dates!;
        return dates is not null;
    }
}
