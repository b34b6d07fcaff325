using Connections.Data;
using Connections.Domain.Calls;
using Connections.Reviewing.Ranking;
using Connections.Reviewing.Reliability;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Features.Grants.Staff.Reading;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Consistency;

/// <summary>What the engine says about the reviews of a call that are in: whether reviewers agree, who is strict and who is
/// lenient, and how the order looks with strictness taken out.</summary>
/// <param name="Agreements">Criteria in the rubric's order; none where no two reviews of one application can be compared.</param>
/// <param name="Ranking">Null where no review is in.</param>
public sealed record CallConsistency(IReadOnlyList<(Criterion Criterion, Agreement Agreement)> Agreements, CalibratedRanking? Ranking)
{
    /// <summary>Below it reviewers agree hardly more than by chance.</summary>
    public const double LittleAgreement = 0.20;

    // Half a point of a scale from 1 to 6.
    private const double FarFromTheRest = 0.1;

    public IEnumerable<(Criterion Criterion, Agreement Agreement)> HardlyAgreed => Agreements.Where(a => IsLittle(a.Agreement));

    public static bool IsLittle(Agreement agreement) => agreement.Alpha < LittleAgreement;

    /// <summary>Whether a reviewer marks half a point of six or more above or below the others, and surely not by chance.</summary>
    public static bool IsFar(ReviewerLeniency reviewer, Rubric rubric) =>
        Math.Abs(reviewer.Leniency) >= FarFromTheRest * (rubric.Scale.Max - rubric.Scale.Min) && (reviewer.Low > 0 || reviewer.High < 0);

    /// <param name="plain">The order by plain means, once it may be seen: then the calibrated order is divided at the line too.</param>
    public static async Task<CallConsistency> OfAsync(ConnectionsDbContext db, ReviewStatistics statistics, Call call, CallRanking? plain, CancellationToken ct)
    {
        var reviews = await (
            from r in db.Reviews.AsNoTracking()
            join s in db.ReviewAssignments on r.AssignmentId equals s.Id
            join a in db.Applications on r.ApplicationId equals a.Id
            join m in db.PanelMembers on r.PanelMemberId equals m.Id
            where a.CallId == call.Id && a.Status != ApplicationStatus.Withdrawn && r.SubmittedAt != null && s.ReleasedAt == null
            select new { Review = r, Reference = a.Reference!, m.Number }).ToListAsync(ct);
        var agreements =
            from criterion in call.Rubric.Criteria
            let ratings = reviews.Select(r => (r.Reference, r.Number, r.Review.Scores.FirstOrDefault(s => s.Criterion == criterion.Key)?.Score))
                .Where(r => r.Score is not null).Select(r => new Rating(r.Reference, $"{r.Number}", r.Score!.Value)).ToList()
            let agreement = statistics.Agreement(ratings)
            where agreement is not null
            select (criterion, agreement);
        var scores = reviews.Select(r => (r.Reference, r.Number, Mark: r.Review.Mark(call.Rubric))).Where(r => r.Mark is not null)
            .Select(r => new Score(r.Reference, $"{r.Number}", (double)r.Mark!.Value)).ToList();
        var options = new RankingOptions { Scale = new(call.Rubric.Scale.Min, call.Rubric.Scale.Max), Budget = plain?.Budget };
        return new CallConsistency([.. agreements], statistics.Ranking(scores, options));
    }
}
