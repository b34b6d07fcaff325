using Connections.Data;
using Connections.Domain.Events;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events.Partner.YourEvents;

[Authorize(Policy = EventsPolicies.Share)]
public sealed class YourEventsModel(ConnectionsDbContext db, ReaderZone zone, TimeProvider clock) : PageModel
{
    public Domain.Partners.Partner Partner { get; private set; } = null!;

    public bool MayShare { get; private set; }

    public IReadOnlyList<YourEventRow> Rows { get; private set; } = [];

    [TempData]
    public string? SentTitle { get; set; }

    [TempData]
    public string? CancelledTitle { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var account = User.AccountId();
        if (await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == account, ct) is not { } partner)
        {
            return NotFound();
        }

        Partner = partner;
        MayShare = partner.IsAccredited(zone.Today(clock));
        Rows = await db.Events.AsNoTracking().Where(e => e.PartnerId == partner.Id)
            .OrderByDescending(e => e.SubmittedAt).ThenBy(e => e.Slug).Take(200)
            .Select(e => new YourEventRow(e.Id, e.Slug, e.Details.Title, e.Details.StartsAt, e.Details.TimeZone, e.Status, e.StatusReason, e.PublishedAt != null, e.Details.Recurrence != null))
            .ToListAsync(ct);
        return Page();
    }
}

public sealed record YourEventRow(EventId Id, string Slug, string Title, DateTime StartsAt, string TimeZone, EventStatus Status, string? Reason, bool IsPublic, bool Repeats);
