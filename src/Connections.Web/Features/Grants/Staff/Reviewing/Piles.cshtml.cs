using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Reviewing;

/// <summary>The calls that a reviewer reads for, the newest first.</summary>
[Authorize(Policy = GrantsPolicies.Review)]
public sealed class PilesModel(ConnectionsDbContext db) : PageModel
{
    public IReadOnlyList<PileOfCallRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var reviewer = User.AccountId();
        Rows = await (
            from m in db.PanelMembers.AsNoTracking()
            join c in db.Calls.AsNoTracking() on m.CallId equals c.Id
            where m.AccountId == reviewer && c.Status != CallStatus.Draft
            orderby c.ClosesAt descending
            select new PileOfCallRow(
                c.Slug,
                c.Name,
                db.ReviewAssignments.Count(a => a.PanelMemberId == m.Id && a.ReleasedAt == null),
                db.Reviews.Count(r => r.PanelMemberId == m.Id && r.SubmittedAt != null && db.ReviewAssignments.Any(a => a.Id == r.AssignmentId && a.ReleasedAt == null)))).ToListAsync(ct);
    }
}

public sealed record PileOfCallRow(string Slug, string Name, int Given, int Sent);
