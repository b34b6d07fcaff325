using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>One application on one reviewer's pile.</summary>
public sealed class ReviewAssignment
{
    private ReviewAssignment()
    {
    }

    private ReviewAssignment(AssignmentId id, CallApplicationId application, PanelMemberId member, DateTimeOffset now)
    {
        Id = id;
        ApplicationId = application;
        PanelMemberId = member;
        AssignedAt = now;
    }

    public AssignmentId Id { get; private set; }

    public CallApplicationId ApplicationId { get; private set; }

    public PanelMemberId PanelMemberId { get; private set; }

    public DateTimeOffset AssignedAt { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Why it was taken off the pile.</summary>
    public string? ReleaseReason { get; private set; }

    public bool IsActive => ReleasedAt is null;

    /// <param name="inConflict">Whether a conflict of interest stands between the two.</param>
    /// <param name="load">What the reviewer has on the pile already.</param>
    public static (ReviewAssignment? Assignment, Outcome Outcome) Give(
        AssignmentId id, Application application, PanelMember member, bool inConflict, int load, DateTimeOffset now)
    {
        var refusals = new List<Refusal>();
        if (application.Status is not ApplicationStatus.Submitted)
        {
            refusals.Add(CallRefusals.ApplicationNotSubmitted);
        }

        if (inConflict || application.AccountId == member.AccountId)
        {
            refusals.Add(CallRefusals.InConflict);
        }

        if (load >= member.MaxLoad)
        {
            refusals.Add(CallRefusals.ReviewerFull);
        }

        return refusals.Count == 0
            ? (new ReviewAssignment(id, application.Id, member.Id, now), Outcome.Done)
            : (null, Outcome.From(refusals));
    }

    public static ReviewAssignment Imported(AssignmentId id, CallApplicationId application, PanelMemberId member, DateTimeOffset at) =>
        new(id, application, member, at);

    public Outcome Release(string reason, DateTimeOffset now)
    {
        if (!IsActive)
        {
            return Outcome.Refused(CallRefusals.AssignmentReleased);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused(CallRefusals.ReasonMissing);
        }

        ReleasedAt = now;
        ReleaseReason = reason;
        return Outcome.Done;
    }

    /// <summary>Puts a released application back on the same pile.</summary>
    public Outcome Restore(bool inConflict, DateTimeOffset now)
    {
        if (inConflict)
        {
            return Outcome.Refused(CallRefusals.InConflict);
        }

        AssignedAt = now;
        ReleasedAt = null;
        ReleaseReason = null;
        return Outcome.Done;
    }
}
