using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>How a plan hangs together: applications and reviewers are joined by the pairs of the plan.</summary>
/// <remarks>
/// Leniency can be compared only between reviewers who are linked by common applications, directly or through others. Reviewers
/// without any application are left out.
/// </remarks>
public static class PlanGraph
{
    /// <summary>The separate parts, in order of their first application. A connected plan has one.</summary>
    public static IReadOnlyList<(HashSet<int> Applications, HashSet<int> Reviewers)> Parts(AssignmentProblem problem, IReadOnlyCollection<int> plan)
    {
        var sets = new DisjointSets(problem.A + problem.R);
        foreach (var pair in plan)
        {
            sets.Join(pair / problem.R, problem.A + pair % problem.R);
        }

        return [.. plan.GroupBy(pair => sets.Find(pair / problem.R))
            .OrderBy(part => part.Key)
            .Select(part => (part.Select(p => p / problem.R).ToHashSet(), part.Select(p => p % problem.R).ToHashSet()))];
    }

    public static bool IsConnected(AssignmentProblem problem, IReadOnlyCollection<int> plan) => Parts(problem, plan).Count <= 1;
}
