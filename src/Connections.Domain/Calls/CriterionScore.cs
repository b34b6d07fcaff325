namespace Connections.Domain.Calls;

/// <summary>A reviewer's score for one criterion, with its reason. While the review is a draft either may be missing.</summary>
public sealed class CriterionScore
{
    private CriterionScore()
    {
    }

    internal CriterionScore(ReviewId review, string criterion)
    {
        ReviewId = review;
        Criterion = criterion;
    }

    public ReviewId ReviewId { get; private set; }

    /// <summary>The criterion's key in the call's rubric.</summary>
    public string Criterion { get; private set; } = "";

    public int? Score { get; private set; }

    public string Reason { get; private set; } = "";

    internal void Take(int? score, string reason)
    {
        Score = score;
        Reason = reason;
    }
}
