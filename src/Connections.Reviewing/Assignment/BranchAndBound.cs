namespace Connections.Reviewing.Assignment;

/// <summary>What a search for a plan found.</summary>
/// <param name="Plan">The best plan, as ascending pair numbers; empty when none was found.</param>
/// <param name="Bound">No plan of the searched kind has a larger total.</param>
/// <param name="IsComplete">True when the search ended by itself: the plan is the best one, or there is none.</param>
internal sealed record SearchResult(SortedSet<int>? Plan, double Bound, bool IsComplete);

/// <summary>Finds the plan of the largest total in which every application's sum is at least T, and proves it.</summary>
/// <remarks>
/// Depth-first branch and bound over the linear programme of <see cref="FairProgramme"/>: where its solution is not whole, one pair is
/// first taken, then forbidden. A branch is left when its bound is not above the best plan. Columns whose reduced cost at the root
/// shows that they cannot be in a better plan are put aside. The limit counts arithmetic, not time, so that the result is repeatable.
/// </remarks>
internal sealed class BranchAndBound(AssignmentProblem problem, FairProgramme programme, long workLimit)
{
    private readonly long stopAt = programme.Work + workLimit;
    private SortedSet<int>? best;
    private double bestTotal = double.NegativeInfinity;
    private double openBound = double.NegativeInfinity;
    private bool isCutShort;
    private bool isImproved;

    /// <summary>Stop at the first plan (better than the known one) instead of looking for the best.</summary>
    public bool FirstWillDo { get; init; }

    /// <summary>Accept only plans that hang together (<see cref="PlanGraph"/>).</summary>
    public bool MustConnect { get; init; }

    /// <summary>A plan known beforehand that has the wanted sums.</summary>
    public SortedSet<int>? Known { get; init; }

    public SearchResult Search(double leastSum)
    {
        programme.SetLeastSum(leastSum);
        if (Known is not null)
        {
            Accept(Known);
            isImproved = false;
        }

        Explore(double.PositiveInfinity, 0);
        var bound = Math.Max(bestTotal, openBound);
        return new SearchResult(best, bound, !isCutShort && !(FirstWillDo && isImproved));
    }

    /// <summary>The least total that would be an improvement.</summary>
    private double Cutoff => double.IsNegativeInfinity(bestTotal) ? bestTotal
        : bestTotal + (problem.Step > 0 ? 0.5 * problem.Step : 1e-9 * Math.Max(1, bestTotal) * Math.Min(1, problem.HighestWorth));

    private bool IsOver => isCutShort || (FirstWillDo && isImproved);

    private void Explore(double parentBound, int depth)
    {
        while (true)
        {
            var outcome = programme.Solve(Cutoff, stopAt);
            if (outcome == LinearOutcome.Abandoned && programme.Work > stopAt)
            {
                isCutShort = true;
                openBound = Math.Max(openBound, parentBound);
            }

            if (outcome != LinearOutcome.Optimal)
            {
                return;
            }

            var column = MostFractional();
            if (column >= 0)
            {
                Branch(column, depth);
                return;
            }

            var plan = new SortedSet<int>(Enumerable.Range(0, programme.Pairs.Length).Where(k => programme.Value(k) > 0.5).Select(k => programme.Pairs[k]));
            if (!MustConnect || !programme.AddCuts(plan))
            {
                Accept(plan);
                return;
            }
        }
    }

    private void Branch(int column, int depth)
    {
        var bound = programme.Objective;
        var putAside = depth == 0 ? PutAside(bound) : [];
        foreach (var value in new[] { 1.0, 0.0 })
        {
            if (IsOver)
            {
                openBound = Math.Max(openBound, bound);
                break;
            }

            programme.SetBounds(column, value, value);
            Explore(bound, depth + 1);
        }

        programme.SetBounds(column, 0, 1);
        putAside.ForEach(k => programme.SetBounds(k, 0, 1));
    }

    private List<int> PutAside(double bound)
    {
        var aside = new List<int>();
        for (var k = 0; k < programme.Pairs.Length && !double.IsNegativeInfinity(Cutoff); k++)
        {
            if (!programme.IsFixed(k) && Math.Abs(programme.ReducedCost(k)) > bound - Cutoff && programme.Value(k) is < 1e-9 or > 1 - 1e-9)
            {
                programme.SetBounds(k, Math.Round(programme.Value(k)), Math.Round(programme.Value(k)));
                aside.Add(k);
            }
        }

        return aside;
    }

    private int MostFractional()
    {
        var column = -1;
        var largest = 1e-7;
        for (var k = 0; k < programme.Pairs.Length; k++)
        {
            var part = Math.Min(programme.Value(k), 1 - programme.Value(k));
            if (part > largest + 1e-9)
            {
                (column, largest) = (k, part);
            }
        }

        return column;
    }

    private void Accept(SortedSet<int> plan)
    {
        var total = PlanFigures.Total(problem, plan);
        if (total > bestTotal)
        {
            (best, bestTotal, isImproved) = (plan, total, true);
        }
    }
}
