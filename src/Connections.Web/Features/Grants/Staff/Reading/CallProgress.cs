using Connections.Data;
using Connections.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Reading;

/// <summary>How far a call has come: applications, reviews given and sent by reviewer, decisions.</summary>
public sealed record CallProgress(Call Call, IReadOnlyList<ApplicationProgress> Applications, int Drafts, IReadOnlyList<ReviewerProgress> Reviewers, int Decided)
{
    public int Wanted => Applications.Count * Call.Terms.ReviewersPerApplication;

    public int Given => Reviewers.Sum(r => r.Given);

    public int Sent => Reviewers.Sum(r => r.Sent);

    /// <summary>Reviews that are not in, whether or not somebody was asked for them.</summary>
    public int Missing => Math.Max(0, Wanted - Sent);

    /// <summary>Applications that have fewer reviewers than the call promises.</summary>
    public int Understaffed => Applications.Count(a => a.Given < Call.Terms.ReviewersPerApplication);

    public int Undecided => Applications.Count - Decided;

    /// <summary>Whether the ranking may be seen: every review is in, or somebody decided to go on without.</summary>
    public bool IsRanked => Call.Status is CallStatus.Decided
        || (Call.Status is CallStatus.Closed && Applications.Count > 0 && (Call.ReviewingEndedAt is not null || (Missing == 0 && Understaffed == 0)));

    public bool IsLate(DateOnly today) => Call is { Status: CallStatus.Closed, ReviewingEndedAt: null } && Call.Terms.ReviewUntil < today;

    /// <returns>Null where there is no such call.</returns>
    public static async Task<CallProgress?> FindAsync(ConnectionsDbContext db, string slug, CancellationToken ct) =>
        await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } call ? await OfAsync(db, call, ct) : null;

    public static async Task<CallProgress> OfAsync(ConnectionsDbContext db, Call call, CancellationToken ct)
    {
        var applications = await db.Applications.AsNoTracking().Where(a => a.CallId == call.Id && a.Status != ApplicationStatus.Withdrawn)
            .Select(a => new { a.Id, a.Reference, a.Status, IsDecided = db.Decisions.Any(d => d.ApplicationId == a.Id) }).ToListAsync(ct);
        var assigned = await (
            from s in db.ReviewAssignments.AsNoTracking()
            join a in db.Applications on s.ApplicationId equals a.Id
            where a.CallId == call.Id && a.Status != ApplicationStatus.Withdrawn && s.ReleasedAt == null
            select new
            {
                s.ApplicationId,
                s.PanelMemberId,
                IsSent = db.Reviews.Any(r => r.AssignmentId == s.Id && r.SubmittedAt != null),
                IsBegun = db.Reviews.Any(r => r.AssignmentId == s.Id && r.SubmittedAt == null),
            }).ToListAsync(ct);
        var members = await db.PanelMembers.AsNoTracking().Where(m => m.CallId == call.Id).OrderBy(m => m.Number).ToListAsync(ct);
        var people = await People.OfAsync(db, members.Select(m => m.AccountId), ct);
        var byMember = assigned.ToLookup(a => a.PanelMemberId);
        var byApplication = assigned.ToLookup(a => a.ApplicationId);
        var sent = applications.Where(a => a.Status is not ApplicationStatus.Draft).OrderBy(a => a.Reference, StringComparer.Ordinal).ToList();
        return new CallProgress(
            call,
            [.. sent.Select(a => new ApplicationProgress(a.Id, a.Reference!, byApplication[a.Id].Count(), byApplication[a.Id].Count(s => s.IsSent)))],
            applications.Count - sent.Count,
            [.. members.Select(m => new ReviewerProgress(
                m, people.GetValueOrDefault(m.AccountId), byMember[m.Id].Count(), byMember[m.Id].Count(s => s.IsSent), byMember[m.Id].Count(s => s.IsBegun)))],
            sent.Count(a => a.IsDecided));
    }
}

/// <param name="Given">How many reviewers it has.</param>
public sealed record ApplicationProgress(CallApplicationId Id, string Reference, int Given, int Sent);

/// <param name="Person">Null where the account was erased.</param>
public sealed record ReviewerProgress(PanelMember Member, Person? Person, int Given, int Sent, int Begun)
{
    public int Left => Given - Sent;

    public string Name => Person?.Name ?? $"{Member.Number}";
}
