using Connections.Data;
using Connections.Domain.Events;
using Connections.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events.Public.ReadEvent;

public sealed class ReadEventModel(ConnectionsDbContext db, TimeProvider clock) : PageModel
{
    private const int TimesShown = 6;

    public Event Event { get; private set; } = null!;

    public EventDetails Details => Event.Details;

    /// <summary>Times to come; for an event that is over, its last.</summary>
    public IReadOnlyList<EventOccurrence> Times { get; private set; } = [];

    public bool IsOver { get; private set; }

    /// <summary>Whether the reader is staff who may call off a date.</summary>
    public bool MayCallOff => Details.Recurrence is not null && !IsCancelled && User.Can(EventsPolicies.Approve);

    public bool IsCancelled => Event.Status is EventStatus.Cancelled;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var found = await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Slug == slug && e.PublishedAt != null, ct);
        if (found is null)
        {
            return NotFound();
        }

        Event = found;
        var now = clock.GetUtcNow();
        var times = db.EventOccurrences.AsNoTracking().Where(o => o.EventId == found.Id);
        Times = await times.Where(o => o.EndsAt > now).OrderBy(o => o.StartsAt).Take(TimesShown).ToListAsync(ct);
        IsOver = Times.Count == 0;
        if (IsOver)
        {
            Times = await times.OrderByDescending(o => o.StartsAt).Take(1).ToListAsync(ct);
        }

        return Page();
    }
}
