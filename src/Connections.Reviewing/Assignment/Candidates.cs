namespace Connections.Reviewing.Assignment;

/// <summary>The pairs a search starts with; the rest are priced in when they would improve the plan, so nothing is lost.</summary>
/// <remarks>
/// Up to 200,000 pairs (100,000 where more than six reviewers are needed; and 1,200 applications and reviewers together): all that are allowed. Beyond: those with an affinity above zero, at most the best 150 of each application
/// and the best 150 of each reviewer.
/// </remarks>
internal static class Candidates
{
    private const int MostPairs = 200_000;
    private const int MostPairsOfLargePanels = 100_000;
    private const int MostRows = 1_200;
    private const int Best = 150;

    /// <summary>Whether a problem is small enough to be solved exactly over all pairs.</summary>
    public static bool IsDense(AssignmentProblem problem) =>
        IsDense(problem.A, problem.R) && (problem.HasSmallPanels || problem.A * problem.R <= MostPairsOfLargePanels);

    public static bool IsDense(int applications, int reviewers) =>
        (long)applications * reviewers <= MostPairs && applications + reviewers <= MostRows;

    public static List<int>[] Choose(AssignmentProblem problem)
    {
        var isDense = IsDense(problem);
        var chosen = new bool[problem.A * problem.R];
        bool Usable(int pair) => problem.IsAllowed[pair] && !problem.IsFixed[pair] && (isDense || problem.Worth[pair] > 0);
        for (var a = 0; a < problem.A; a++)
        {
            Mark(chosen, Enumerable.Range(a * problem.R, problem.R).Where(Usable), problem, isDense);
        }

        for (var r = 0; r < problem.R && !isDense; r++)
        {
            Mark(chosen, Enumerable.Range(0, problem.A).Select(a => a * problem.R + r).Where(Usable), problem, isDense);
        }

        return [.. Enumerable.Range(0, problem.A).Select(a => Enumerable.Range(a * problem.R, problem.R).Where(p => chosen[p]).ToList())];
    }

    /// <summary>Solves the flow exactly over all pairs: solve, price what was left out, add what would gain, until nothing would.</summary>
    public static TransportFlow SolveFlow(AssignmentProblem problem)
    {
        var candidates = Choose(problem);
        var flow = new TransportFlow(problem, candidates, problem.HighestWorth);
        flow.Solve();
        while (PriceIn(problem, flow, candidates, pair => problem.Worth[pair]))
        {
        }

        return flow;
    }

    /// <summary>Adds pairs whose worth is above both prices, the best 20 of each application. False when there were none.</summary>
    public static bool PriceIn(AssignmentProblem problem, TransportFlow flow, List<int>[] candidates, Func<int, double> worth)
    {
        var gained = false;
        for (var a = 0; a < problem.A && !IsDense(problem); a++)
        {
            var better = new List<(int Pair, double Surplus)>();
            for (var r = 0; r < problem.R; r++)
            {
                var pair = a * problem.R + r;
                var surplus = flow.Surplus(a, r, worth(pair));
                if (surplus > 10 * problem.Tolerance && problem.IsAllowed[pair] && !problem.IsFixed[pair])
                {
                    better.Add((pair, surplus));
                }
            }

            var fresh = better.Count == 0 ? [] : better.ExceptBy(candidates[a], x => x.Pair)
                .OrderByDescending(x => x.Surplus).ThenBy(x => x.Pair).Take(20).Select(x => x.Pair).ToArray();
            if (fresh.Length > 0)
            {
                gained = true;
                candidates[a].AddRange(fresh);
                flow.Extend(a, fresh, worth);
            }
        }

        return gained;
    }

    private static void Mark(bool[] chosen, IEnumerable<int> pairs, AssignmentProblem problem, bool all)
    {
        foreach (var pair in all ? pairs : pairs.OrderByDescending(p => problem.Worth[p]).ThenBy(p => p).Take(Best))
        {
            chosen[pair] = true;
        }
    }
}
