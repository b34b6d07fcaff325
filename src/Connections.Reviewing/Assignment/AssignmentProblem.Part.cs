namespace Connections.Reviewing.Assignment;

/// <summary>A part of a problem: some applications and the places the others leave to them, as a problem of its own.</summary>
public sealed partial class AssignmentProblem
{
    private AssignmentProblem(AssignmentProblem whole, int[] applications, int[] reviewers, int[] used, Func<int, bool> isAllowed)
    {
        Rules = whole.Rules;
        Applications = [.. applications.Select(a => whole.Applications[a])];
        Reviewers = [.. reviewers.Select(r => whole.Reviewers[r])];
        int[] pairs = [.. applications.SelectMany(a => reviewers.Select(r => a * whole.R + r))];
        Worth = [.. pairs.Select(p => whole.Worth[p])];
        IsFixed = [.. pairs.Select(p => whole.IsFixed[p])];
        IsAllowed = [.. pairs.Select(p => whole.IsAllowed[p] && (whole.IsFixed[p] || isAllowed(p)))];
        FixedPairs = [.. Enumerable.Range(0, pairs.Length).Where(p => IsFixed[p])];
        IsAnchor = [.. applications.Select(a => whole.IsAnchor[a])];
        Demand = [.. applications.Select(a => whole.Demand[a])];
        MinLoad = [.. reviewers.Select((r, i) => Math.Max(whole.MinLoad[r] - used[i], 0))];
        MaxLoad = [.. reviewers.Select((r, i) => whole.MaxLoad[r] - used[i])];
        (Step, HighestWorth) = (whole.Step, whole.HighestWorth);
    }

    /// <summary>The problem of some applications while the others keep what a plan gives them.</summary>
    /// <param name="applications">Ascending numbers of the applications.</param>
    /// <param name="others">The pairs of all other applications.</param>
    /// <param name="isAllowed">False for a pair that would break a rule together with the others.</param>
    /// <returns>The part, and the reviewers it is numbered by: those with a place left.</returns>
    internal (AssignmentProblem Problem, int[] Reviewers) Part(int[] applications, IReadOnlyCollection<int> others, Func<int, bool> isAllowed)
    {
        var used = PlanFigures.Loads(this, others);
        int[] reviewers = [.. Enumerable.Range(0, R).Where(r => used[r] < MaxLoad[r])];
        return (new AssignmentProblem(this, applications, reviewers, [.. reviewers.Select(r => used[r])], isAllowed), reviewers);
    }
}
