namespace Connections.Reviewing.Assignment;

/// <summary>An application that needs <paramref name="Demand"/> reviewers.</summary>
public sealed record ApplicationToReview(
    string Id, int Demand, string? Language = null, string? Organisation = null, IReadOnlyList<string>? Communities = null);

/// <summary>A reviewer who takes between <paramref name="MinLoad"/> and <paramref name="MaxLoad"/> applications.</summary>
public sealed record AvailableReviewer(
    string Id,
    int MinLoad,
    int MaxLoad,
    IReadOnlyList<string>? Languages = null,
    string? Organisation = null,
    IReadOnlyList<string>? Communities = null);

/// <summary>A reviewer for an application.</summary>
public readonly record struct ReviewPair(string Application, string Reviewer);

/// <summary>How well a reviewer's knowledge fits an application: zero or more, in any unit. What is not named is zero.</summary>
public readonly record struct Affinity(string Application, string Reviewer, double Value);

/// <summary>The optional hard rules. All are on unless the caller switches them off.</summary>
/// <param name="Language">At least one reviewer reads the application's language.</param>
/// <param name="OutsideCommunity">At least one reviewer shares no community with the applicant.</param>
/// <param name="DistinctOrganisations">No two reviewers of one organisation on one application.</param>
/// <param name="NoReciprocal">No organisation reviews another that reviews it.</param>
public sealed record HardRules(
    bool Language = true, bool OutsideCommunity = true, bool DistinctOrganisations = true, bool NoReciprocal = true);

/// <summary>What the plan is to make large.</summary>
public enum AssignmentObjective
{
    /// <summary>First the worst-served application's sum of affinities, then the total.</summary>
    Fair,

    /// <summary>The total alone.</summary>
    Total,
}

/// <summary>Everything an assignment needs. The order of any list means nothing.</summary>
public sealed record AssignmentCall(
    IReadOnlyList<ApplicationToReview> Applications,
    IReadOnlyList<AvailableReviewer> Reviewers,
    IReadOnlyList<Affinity> Affinities,
    IReadOnlyList<ReviewPair> Conflicts)
{
    /// <summary>Pairs made in advance, which are kept.</summary>
    public IReadOnlyList<ReviewPair> Fixed { get; init; } = [];

    /// <summary>Applications that every reviewer without a conflict scores, so that leniency can be compared.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    public HardRules Rules { get; init; } = new();

    public AssignmentObjective Objective { get; init; } = AssignmentObjective.Fair;
}
