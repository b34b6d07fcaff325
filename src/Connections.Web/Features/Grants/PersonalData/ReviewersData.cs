using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Accounts.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.PersonalData;

/// <summary>What somebody judged and decided. Reviews, conflicts and decisions are the reasons that applicants were given: they
/// stay, under the number of the seat or of an account that is nobody's any more. What was known of the reviewer is removed.</summary>
internal sealed class ReviewersData(ConnectionsDbContext db, IStringLocalizer<GrantsText> texts) : IPersonalDataSource
{
    public string Name => "reviewing";

    public async Task<object?> ReadAsync(DataSubject subject, CancellationToken ct)
    {
        var seats = await Seats(subject).AsNoTracking().ToListAsync(ct);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.RecordedBy == subject.Account).OrderBy(d => d.RecordedAt)
            .Join(db.Applications, d => d.ApplicationId, a => a.Id, (d, a) => new { a.Reference, d.Kind, d.Reasons, d.Feedback, d.RecordedAt }).ToListAsync(ct);
        if (seats.Count == 0 && decisions.Count == 0)
        {
            return null;
        }

        var (ids, callIds) = (seats.ConvertAll(s => s.Id), seats.ConvertAll(s => s.CallId));
        var calls = await db.Calls.AsNoTracking().Where(c => callIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var references = await ReferencesAsync(ids, ct);
        var reviews = await db.Reviews.AsNoTracking().Include(r => r.Scores).Where(r => ids.Contains(r.PanelMemberId)).OrderBy(r => r.StartedAt).ToListAsync(ct);
        var conflicts = await db.ConflictsOfInterest.AsNoTracking().Where(c => ids.Contains(c.PanelMemberId)).OrderBy(c => c.RecordedAt).ToListAsync(ct);
        return new
        {
            seats = seats.ConvertAll(seat => new
            {
                call = calls[seat.CallId].Name,
                seat.Number,
                seat.Languages,
                seat.Communities,
                seat.Themes,
                seat.Organisation,
                reviews = reviews.Where(r => r.PanelMemberId == seat.Id).Select(r => new
                {
                    application = references.GetValueOrDefault(r.ApplicationId),
                    r.Status,
                    scores = r.Scores.Select(s => new { s.Criterion, s.Score, s.Reason }),
                    r.Note,
                    r.SavedAt,
                    r.SubmittedAt,
                }),
                conflicts = conflicts.Where(c => c.PanelMemberId == seat.Id)
                    .Select(c => new { application = references.GetValueOrDefault(c.ApplicationId), c.Kind, c.Reason, c.RecordedAt }),
            }),
            decisions,
        };
    }

    public async Task<string?> WhyNotYetAsync(DataSubject subject, CancellationToken ct)
    {
        var seats = await Seats(subject).Select(s => s.Id).ToListAsync(ct);
        var open = await (from assignment in db.ReviewAssignments
                          join application in db.Applications on assignment.ApplicationId equals application.Id
                          where seats.Contains(assignment.PanelMemberId) && assignment.ReleasedAt == null && application.Status == ApplicationStatus.Submitted
                          where !db.Reviews.Any(r => r.AssignmentId == assignment.Id && r.Status == ReviewStatus.Submitted)
                          select assignment).CountAsync(ct);
        return open > 0 ? texts[open == 1 ? "Erase.OneReview" : "Erase.Reviews", open].Value : null;
    }

    public async Task EraseAsync(DataSubject subject, CancellationToken ct)
    {
        foreach (var seat in await Seats(subject).ToListAsync(ct))
        {
            seat.ForgetReviewer();
        }

        await db.SaveChangesAsync(ct);
    }

    private IQueryable<PanelMember> Seats(DataSubject subject) => db.PanelMembers.Where(m => m.AccountId == subject.Account);

    private async Task<Dictionary<CallApplicationId, string?>> ReferencesAsync(List<PanelMemberId> seats, CancellationToken ct) =>
        await db.Applications.AsNoTracking()
            .Where(a => db.ReviewAssignments.Any(r => r.ApplicationId == a.Id && seats.Contains(r.PanelMemberId)) || db.ConflictsOfInterest.Any(c => c.ApplicationId == a.Id && seats.Contains(c.PanelMemberId)))
            .ToDictionaryAsync(a => a.Id, a => a.Reference, ct);
}
