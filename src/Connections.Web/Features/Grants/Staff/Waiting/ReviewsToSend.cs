using System.Security.Claims;
using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Security;
using Connections.Web.WorkList;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Waiting;

/// <summary>A reviewer's own piles, for the work list: what is left to send, and by when.</summary>
internal sealed class ReviewsToSend(ConnectionsDbContext db, IStringLocalizer<GrantsStaffText> texts) : IWorkListSource
{
    private static readonly TimeSpan WithoutDate = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<WorkItem>> ListAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (!user.Can(GrantsPolicies.Review) || user.AccountIdOrNull is not { } reviewer)
        {
            return [];
        }

        var waiting = await (
            from s in db.ReviewAssignments.AsNoTracking()
            join m in db.PanelMembers on s.PanelMemberId equals m.Id
            join c in db.Calls on m.CallId equals c.Id
            join a in db.Applications on s.ApplicationId equals a.Id
            where m.AccountId == reviewer && s.ReleasedAt == null && c.Status == CallStatus.Closed && c.ReviewingEndedAt == null
                && a.Status == ApplicationStatus.Submitted && !db.Reviews.Any(r => r.AssignmentId == s.Id && r.SubmittedAt != null)
            select new { c.Slug, c.Name, c.Terms, s.AssignedAt }).ToListAsync(ct);
        return
        [
            .. from pile in waiting.GroupBy(w => w.Slug)
               let first = pile.First()
               let since = pile.Min(w => w.AssignedAt)
               select new WorkItem(
                   texts["Work.Group"], texts["Work.Reviews", first.Name], texts["Work.ReviewsLeft", pile.Count()], StaffGrantsLinks.Pile(pile.Key),
                   since, PromisedWithin(first.Terms, since), texts["Work.Review"]),
        ];
    }

    private static TimeSpan PromisedWithin(CallTerms terms, DateTimeOffset since) =>
        terms.ReviewUntil is { } until && new DateTimeOffset(until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) - since is { Ticks: > 0 } left ? left : WithoutDate;
}
