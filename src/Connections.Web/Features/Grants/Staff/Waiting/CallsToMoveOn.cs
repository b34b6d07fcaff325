using System.Security.Claims;
using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Security;
using Connections.Web.WorkList;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Waiting;

/// <summary>What a fund manager has to do about calls that closed: find reviewers, ask for late reviews, decide, publish.</summary>
internal sealed class CallsToMoveOn(ConnectionsDbContext db, IStringLocalizer<GrantsStaffText> texts, TimeProvider clock) : IWorkListSource
{
    private static readonly TimeSpan ToAssign = TimeSpan.FromDays(7);
    private static readonly TimeSpan ToAsk = TimeSpan.FromDays(2);
    private static readonly TimeSpan ToDecide = TimeSpan.FromDays(14);
    private static readonly TimeSpan ToPublish = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<WorkItem>> ListAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (!user.Can(GrantsPolicies.Decide))
        {
            return [];
        }

        var calls = await db.Calls.AsNoTracking().Where(c => c.Status == CallStatus.Closed).OrderBy(c => c.Slug).ToListAsync(ct);
        var ids = calls.Select(c => c.Id).ToList();
        var applications = await db.Applications.AsNoTracking().Where(a => ids.Contains(a.CallId) && a.Status == ApplicationStatus.Submitted)
            .Select(a => new ApplicationState(
                a.CallId,
                db.ReviewAssignments.Count(s => s.ApplicationId == a.Id && s.ReleasedAt == null),
                db.ReviewAssignments.Count(s => s.ApplicationId == a.Id && s.ReleasedAt == null && db.Reviews.Any(r => r.AssignmentId == s.Id && r.SubmittedAt != null)),
                db.Decisions.Any(d => d.ApplicationId == a.Id)))
            .ToListAsync(ct);
        var states = applications.ToLookup(a => a.Call);
        return [.. calls.Where(c => states[c.Id].Any()).Select(c => Item(c, [.. states[c.Id]]))
            .OfType<WorkItem>()];
    }

    /// <summary>The next thing to do in a call; none while reviewers are still in time.</summary>
    private WorkItem? Item(Call call, IReadOnlyList<ApplicationState> all)
    {
        var wanted = call.Terms.ReviewersPerApplication;
        var isReviewing = call.ReviewingEndedAt is null;
        if (isReviewing && all.Count(a => a.Given < wanted) is > 0 and var few)
        {
            return Make(call, "Assign", few, StaffGrantsLinks.Assign(call.Slug), call.ClosesAt, ToAssign);
        }

        if (isReviewing && all.Sum(a => a.Given - a.Sent) is > 0 and var missing)
        {
            var due = call.Terms.ReviewUntil is { } until ? new DateTimeOffset(until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : DateTimeOffset.MaxValue;
            return due > clock.GetUtcNow() ? null : Make(call, "Late", missing, StaffGrantsLinks.Remind(call.Slug), due, ToAsk);
        }

        var ready = call.ReviewingEndedAt ?? call.ClosesAt;
        return all.Count(a => !a.IsDecided) is > 0 and var undecided
            ? Make(call, "Decide", undecided, StaffGrantsLinks.Decisions(call.Slug), ready, ToDecide)
            : Make(call, "Publish", all.Count, StaffGrantsLinks.Publish(call.Slug), call.DecisionsRecordedAt ?? ready, ToPublish);
    }

    private WorkItem Make(Call call, string what, int count, string path, DateTimeOffset since, TimeSpan promise) =>
        new(texts["Work.Group"], texts[$"Work.{what}.Title", call.Name], texts[$"Work.{what}.Detail", count], path, since, promise, texts[$"Work.{what}.Action"]);

    /// <summary>How many reviewers an application has, how many have sent, and whether it is decided.</summary>
    private sealed record ApplicationState(CallId Call, int Given, int Sent, bool IsDecided);
}
