namespace Connections.Reviewing.Assignment;

/// <summary>Plain figures of a plan: total, sums by application, loads by reviewer.</summary>
internal static class PlanFigures
{
    /// <summary>Σ s.</summary>
    public static double Total(AssignmentProblem problem, IEnumerable<int> plan) => plan.Sum(pair => problem.Worth[pair]);

    /// <summary>Σ s for each of the A applications.</summary>
    public static double[] Sums(AssignmentProblem problem, IEnumerable<int> plan)
    {
        var sums = new double[problem.A];
        foreach (var pair in plan)
        {
            sums[pair / problem.R] += problem.Worth[pair];
        }

        return sums;
    }

    /// <summary>The number of applications of each of the R reviewers.</summary>
    public static int[] Loads(AssignmentProblem problem, IEnumerable<int> plan)
    {
        var loads = new int[problem.R];
        foreach (var pair in plan)
        {
            loads[pair % problem.R]++;
        }

        return loads;
    }

    /// <summary>Distinct pairs of reviewers who score at least one application together.</summary>
    public static int CoReviewingPairs(AssignmentProblem problem, IEnumerable<int> plan) =>
        plan.GroupBy(pair => pair / problem.R)
            .SelectMany(row => row.SelectMany(p => row.Where(q => q > p).Select(q => (p % problem.R, q % problem.R))))
            .Distinct()
            .Count();
}
