using Connections.Data;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters.Staff.Editions;

[Authorize(Policy = NewslettersPolicies.Write)]
public sealed class EditionsModel(ConnectionsDbContext db) : PageModel
{
    private const int PageSize = 30;

    public IReadOnlyList<EditionRow> Rows { get; private set; } = [];

    public PageOfResults Results { get; private set; } = null!;

    /// <summary>How many people have a confirmed subscription.</summary>
    public int Subscribers { get; private set; }

    [TempData]
    public string? ReleasedSubject { get; set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        number = Math.Clamp(number, 1, 10_000);
        Rows = await db.Editions.AsNoTracking().OrderByDescending(e => e.ChangedAt).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(e => new EditionRow(e.Id, e.Subject, e.Author, e.Status, e.ChangedAt, e.SentAt, e.Recipients)).ToListAsync(ct);
        Results = new PageOfResults(number, PageSize, await db.Editions.CountAsync(ct));
        Subscribers = await db.Subscriptions.CountAsync(s => s.Status == SubscriptionStatus.Active, ct);
    }
}

public sealed record EditionRow(EditionId Id, string Subject, string Author, EditionStatus Status, DateTimeOffset ChangedAt, DateTimeOffset? SentAt, int Recipients);
