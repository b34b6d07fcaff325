using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Reviewing;

/// <summary>Keeps a review as typed, or sends it: then every criterion has its score and its reason, and it is final.</summary>
public sealed class SaveReview(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(ReviewersPile pile, PileRow row, ReviewInput input, bool send, CancellationToken ct)
    {
        if (!pile.IsOpen)
        {
            return Outcome.Refused(CallRefusals.ReviewingOver);
        }

        var now = clock.GetUtcNow();
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.AssignmentId == row.Assignment, ct);
        var isNew = review is null;
        if (review is null)
        {
            if (input.Version is not null)
            {
                return Outcome.Refused(StaleSave.Stale);
            }

            review = new Review(ReviewId.New(), row.Assignment, row.Application, pile.Member.Id, now);
            db.Reviews.Add(review);
        }
        else if (review.Version != input.Version && review.Status is ReviewStatus.Draft)
        {
            return Outcome.Refused(StaleSave.Stale);
        }

        var rubric = pile.Call.Rubric;
        var outcome = review.Status is ReviewStatus.Draft ? Check(pile, input, send) : Outcome.Refused(CallRefusals.ReviewSubmitted);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        review.Save(rubric, input.Entries(rubric), null, input.Note?.Trim() ?? "", now);
        if (send)
        {
            review.Submit(rubric, now);
        }

        if (send)
        {
            audit.Record("grants.review", $"application:{row.Application}", after: new { row.Reference, Reviewer = pile.Member.Number });
        }

        return await StoreAsync(isNew, ct);
    }

    /// <summary>What is wrong with a review as typed. Nothing is kept.</summary>
    public static Outcome Check(ReviewersPile pile, ReviewInput input, bool send) =>
        Outcome.From(Review.Check(pile.Call.Rubric, input.Entries(pile.Call.Rubric), null, complete: send));

    private async Task<Outcome> StoreAsync(bool isNew, CancellationToken ct)
    {
        try
        {
            return await db.SaveUnlessStaleAsync(ct);
        }
        catch (DbUpdateException) when (isNew)
        {
            // Two windows began the same review at once; one of them came first.
            return Outcome.Refused(StaleSave.Stale);
        }
    }
}
