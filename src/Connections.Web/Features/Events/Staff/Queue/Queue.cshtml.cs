using Connections.Data;
using Connections.Domain.Events;
using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events.Staff.Queue;

[Authorize(Policy = EventsPolicies.Approve)]
public sealed class QueueModel(ConnectionsDbContext db) : PageModel
{
    private const int PageSize = 30;

    public IReadOnlyList<WaitingEventRow> Rows { get; private set; } = [];

    public PageOfResults Results { get; private set; } = null!;

    [TempData]
    public string? PublishedTitle { get; set; }

    [TempData]
    public string? ReturnedTitle { get; set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        number = Math.Clamp(number, 1, 10_000);
        var waiting = db.Events.AsNoTracking().Where(e => e.Status == EventStatus.Submitted);
        Rows = await waiting.OrderBy(e => e.SubmittedAt).ThenBy(e => e.Slug).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(e => new WaitingEventRow(e.Id, e.Details.Title, e.Organiser, e.SubmittedAt)).ToListAsync(ct);
        Results = new PageOfResults(number, PageSize, await waiting.CountAsync(ct));
    }
}

public sealed record WaitingEventRow(EventId Id, string Title, string Organiser, DateTimeOffset SubmittedAt);
