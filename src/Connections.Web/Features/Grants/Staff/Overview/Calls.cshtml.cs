using Connections.Data;
using Connections.Domain.Calls;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Overview;

[Authorize(Policy = GrantsPolicies.Read)]
public sealed class CallsModel(ConnectionsDbContext db) : PageModel
{
    public IReadOnlyList<StaffCallRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await db.Calls.AsNoTracking().OrderByDescending(c => c.ClosesAt).ThenBy(c => c.Slug)
            .Select(c => new StaffCallRow(c.Slug, c.Name, c.Status, c.ClosesAt, db.Applications.Count(a => a.CallId == c.Id && (a.Status == ApplicationStatus.Submitted || a.Status == ApplicationStatus.Decided))))
            .ToListAsync(ct);
}

public sealed record StaffCallRow(string Slug, string Name, CallStatus Status, DateTimeOffset ClosesAt, int Applications);
