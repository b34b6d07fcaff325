using Connections.Domain.Forms;
using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>One reviewer's judgement of one application: saved as typed, submitted once.</summary>
public sealed class Review : IVersioned
{
    private readonly List<CriterionScore> scores = [];

    private Review()
    {
    }

    public Review(ReviewId id, AssignmentId assignment, CallApplicationId application, PanelMemberId member, DateTimeOffset now)
    {
        Id = id;
        AssignmentId = assignment;
        ApplicationId = application;
        PanelMemberId = member;
        StartedAt = now;
        SavedAt = now;
    }

    public ReviewId Id { get; private set; }

    public AssignmentId AssignmentId { get; private set; }

    public CallApplicationId ApplicationId { get; private set; }

    public PanelMemberId PanelMemberId { get; private set; }

    public ReviewStatus Status { get; private set; } = ReviewStatus.Draft;

    public int? BonusPoints { get; private set; }

    /// <summary>For the panel only.</summary>
    public string Note { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CriterionScore> Scores => scores;

    /// <summary>Keeps what was typed. Only what the rubric does not know at all is refused; gaps are a draft's right.</summary>
    public Outcome Save(Rubric rubric, IReadOnlyList<ReviewEntry> entries, int? bonusPoints, string note, DateTimeOffset now)
    {
        if (Status is ReviewStatus.Submitted)
        {
            return Outcome.Refused(CallRefusals.ReviewSubmitted);
        }

        if (Check(rubric, entries, bonusPoints, complete: false) is { Count: > 0 } refusals)
        {
            return Outcome.From(refusals);
        }

        foreach (var entry in entries)
        {
            ScoreFor(entry.Criterion).Take(entry.Score, entry.Reason);
        }

        BonusPoints = bonusPoints;
        Note = note;
        SavedAt = now;
        return Outcome.Done;
    }

    /// <summary>Makes the review final: every criterion has a score and a reason of the rubric's length.</summary>
    public Outcome Submit(Rubric rubric, DateTimeOffset now)
    {
        if (Status is ReviewStatus.Submitted)
        {
            return Outcome.Refused(CallRefusals.ReviewSubmitted);
        }

        var refusals = rubric.Criteria.SelectMany(c => CheckComplete(c, rubric.ReasonWords, EntryOf(c.Key))).ToList();
        if (refusals.Count == 0)
        {
            Status = ReviewStatus.Submitted;
            SubmittedAt = now;
            SavedAt = now;
        }

        return Outcome.From(refusals);
    }

    /// <summary>Null until every criterion has its score.</summary>
    public decimal? Mark(Rubric rubric) => WeightedMark.Of(rubric, scores.ToDictionary(s => s.Criterion, s => s.Score), BonusPoints);

    /// <summary>Everything that is wrong with a review as typed.</summary>
    /// <param name="complete">Whether it is to be sent, so that gaps count.</param>
    public static IReadOnlyList<Refusal> Check(Rubric rubric, IReadOnlyList<ReviewEntry> entries, int? bonusPoints, bool complete)
    {
        var refusals = entries.Where(e => rubric.Find(e.Criterion) is null).Select(_ => CallRefusals.UnknownCriterion)
            .Concat(entries.Where(e => e.Score is { } score && !rubric.Scale.Holds(score)).Select(e => CallRefusals.ScoreOutOfScale(e.Criterion)))
            .ToList();
        if (bonusPoints is { } points && (points < 0 || points > (rubric.Bonus?.MaxPoints ?? 0)))
        {
            refusals.Add(CallRefusals.BonusOutOfRange);
        }

        if (complete)
        {
            refusals.AddRange(rubric.Criteria.SelectMany(c => CheckComplete(c, rubric.ReasonWords, entries.FirstOrDefault(e => e.Criterion == c.Key))));
        }

        return refusals;
    }

    private ReviewEntry? EntryOf(string criterion) =>
        scores.FirstOrDefault(s => s.Criterion == criterion) is { } score ? new ReviewEntry(criterion, score.Score, score.Reason) : null;

    private static IEnumerable<Refusal> CheckComplete(Criterion criterion, ReasonLength length, ReviewEntry? entry)
    {
        if (entry?.Score is null)
        {
            yield return CallRefusals.ScoreMissing(criterion.Key);
        }

        var words = WordCount.Of(entry?.Reason);
        if (words < length.Min)
        {
            yield return CallRefusals.ScoreReasonTooShort(criterion.Key);
        }
        else if (words > length.Max)
        {
            yield return CallRefusals.ScoreReasonTooLong(criterion.Key);
        }
    }

    private CriterionScore ScoreFor(string criterion)
    {
        var score = scores.FirstOrDefault(s => s.Criterion == criterion);
        if (score is null)
        {
            scores.Add(score = new CriterionScore(Id, criterion));
        }

        return score;
    }
}
