namespace Connections.Reviewing.Assignment;

/// <summary>A finished assignment and what is known about it.</summary>
/// <param name="Pairs">By application, then reviewer.</param>
/// <param name="Minimum">The smallest sum of affinities of an application.</param>
/// <param name="MinimumBound">No plan can have a larger minimum; equal to it when proved. Sums less than a ten-millionth of the highest affinity apart count as equal.</param>
/// <param name="Total">Σ s of all pairs.</param>
/// <param name="TotalBound">No plan with that minimum can have a larger total.</param>
/// <param name="LoadSquares">Σ load²: the smaller, the more even.</param>
/// <param name="IsConnected">Whether all reviewers are linked by common applications.</param>
/// <param name="Sums">Σ s of each application, by identifier.</param>
/// <param name="Loads">Applications of each reviewer, by identifier.</param>
/// <param name="Binding">Hard rules that cost something (see <see cref="BindingRules"/>).</param>
/// <param name="Warnings">Sentences for the fund manager.</param>
public sealed record AssignmentPlan(
    IReadOnlyList<ReviewPair> Pairs,
    double Minimum,
    double MinimumBound,
    double Total,
    double TotalBound,
    long LoadSquares,
    bool IsConnected,
    IReadOnlyList<(string Application, double Sum)> Sums,
    IReadOnlyList<(string Reviewer, int Load)> Loads,
    IReadOnlyList<string> Binding,
    IReadOnlyList<string> Warnings);

/// <summary>Why no plan exists: rules and demands that cannot all be kept, none of which can be left out of the clash.</summary>
public sealed record Clash(
    IReadOnlyList<string> Rules, IReadOnlyList<string> Applications, IReadOnlyList<string> Reviewers, string Explanation);

/// <summary>Either a plan or the reason why there is none.</summary>
public sealed record AssignmentAnswer(AssignmentPlan? Plan, Clash? Clash);
