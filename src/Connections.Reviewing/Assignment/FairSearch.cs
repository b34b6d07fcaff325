namespace Connections.Reviewing.Assignment;

/// <summary>A plan with what is proved about it.</summary>
/// <param name="Pairs">Ascending pair numbers.</param>
/// <param name="MinimumBound">No plan serves its worst-served application better than this.</param>
/// <param name="TotalBound">No plan with this plan's minimum has a larger total.</param>
/// <param name="IsProved">True when both bounds are attained.</param>
/// <param name="Binding">Hard rules that a plan without them would have broken.</param>
internal sealed record BoundedPlan(SortedSet<int> Pairs, double MinimumBound, double TotalBound, bool IsProved, SortedSet<string> Binding);

/// <summary>The largest minimum, then the largest total, for problems of up to 60,000 pairs.</summary>
/// <remarks>
/// The bound on the minimum comes first: no application can have more than its best reviewers, and the linear programme lowers
/// that further. Then "the largest total with every sum at least the bound" is solved: if it has a plan, both goals are
/// proved at once (this is the usual case). Otherwise T* is closed in from both sides: a plan raises the lower end, a completed search
/// without one lowers the upper end. (Stelmakh, Shah, Singh 2021 give the goal; a direct integer programme for it stalls.)
/// </remarks>
internal sealed class FairSearch(AssignmentProblem problem, RuleRows rules, long workLimit)
{
    private readonly FairProgramme programme = new(problem, rules);
    private readonly List<int>[] candidates = Candidates.Choose(problem);

    /// <summary>Empty when no plan keeps all rules, or none was found within the limit (see <see cref="IsInfeasible"/>).</summary>
    public BoundedPlan? LargestTotal()
    {
        var result = Best(double.NegativeInfinity, null, workLimit);
        IsInfeasible = result.Plan is null && result.IsComplete;
        return result.Plan is null ? null
            : new BoundedPlan(result.Plan, Minimum(result.Plan), result.Bound, result.IsComplete, programme.Binding);
    }

    /// <summary>True when it is proved that no plan exists.</summary>
    public bool IsInfeasible { get; private set; }

    public BoundedPlan? LargestMinimumThenTotal()
    {
        var start = Enumerable.Range(0, problem.A).Min(rules.BestSum);
        if (programme.HighestLeastSum(start, workLimit / 4) is not { } relaxed)
        {
            IsInfeasible = true;
            return null;
        }

        programme.UsesCuts = true;
        var upper = problem.RoundDown(relaxed);
        var atBound = Best(upper, null, workLimit / 3);
        if (atBound.Plan is not null)
        {
            return new BoundedPlan(atBound.Plan, upper, atBound.Bound, atBound.IsComplete, programme.Binding);
        }

        var (plan, minimumBound) = CloseIn(upper);
        if (plan is null)
        {
            return null;
        }

        var minimum = Minimum(plan);
        var final = Best(minimum, plan, workLimit / 3);
        var isProved = final.IsComplete && problem.NextAbove(minimum) > minimumBound;
        return new BoundedPlan(final.Plan!, Math.Max(minimumBound, minimum), final.Bound, isProved, programme.Binding);
    }

    /// <summary>A plan of the same minimum whose parts hang together, if there is one.</summary>
    public SearchResult Connected(double minimum) =>
        new BranchAndBound(problem, programme, workLimit / 4) { MustConnect = true }.Search(minimum);

    /// <summary>The sum of the worst-served application.</summary>
    public double Minimum(IEnumerable<int> plan) => PlanFigures.Sums(problem, plan).Min();

    /// <summary>Searches again from the root after every better plan: the more is known, the more pairs can be put aside.</summary>
    private SearchResult Best(double leastSum, SortedSet<int>? known, long limit)
    {
        var stopAt = programme.Work + limit;
        var bound = double.PositiveInfinity;
        while (true)
        {
            var result = new BranchAndBound(problem, programme, stopAt - programme.Work) { FirstWillDo = true, Known = known }.Search(leastSum);
            bound = Math.Min(bound, result.Bound);
            if (result.IsComplete || programme.Work > stopAt)
            {
                return result with { Bound = bound };
            }

            var better = new WorkingPlan(problem, rules, result.Plan!);
            Exchanges.RaiseTotal(better, candidates, leastSum);
            known = better.Pairs();
        }
    }

    private (SortedSet<int>? Plan, double Bound) CloseIn(double upper)
    {
        var bound = upper;
        var aim = upper;
        SortedSet<int>? plan = null;
        var lower = 0.0;
        var limit = workLimit / 40;
        for (var fall = 0.001; plan is null; fall *= 2)
        {
            aim = fall < 1 ? problem.RoundDown(upper * (1 - fall)) : 0;
            var attempt = Try(aim, aim > 0 ? limit : workLimit);
            if (attempt.Plan is not null)
            {
                plan = attempt.Plan;
                lower = Minimum(plan);
            }
            else if (attempt.IsComplete)
            {
                bound = Math.Min(bound, aim);
            }

            if (aim <= 0 && plan is null)
            {
                IsInfeasible = attempt.IsComplete;
                return (null, bound);
            }
        }

        aim = upper;
        for (var step = 0; step < 24 && problem.NextAbove(lower) <= bound; step++)
        {
            var isClose = aim - lower < 1e-4 * Math.Abs(upper) || step > 16;
            var target = isClose ? problem.NextAbove(lower) : Math.Max(problem.RoundDown((lower + aim) / 2), problem.NextAbove(lower));
            var attempt = Try(target, isClose ? 3 * limit : limit);
            if (attempt.Plan is not null)
            {
                plan = attempt.Plan;
                lower = Minimum(plan);
                aim = isClose ? Math.Min(bound, lower + 2 * (target - lower) + 1e-3 * upper) : aim;
            }
            else if (attempt.IsComplete)
            {
                bound = isClose ? lower : target;
                aim = bound;
            }
            else if (isClose)
            {
                break;
            }
            else
            {
                aim = target;
            }
        }

        return (plan, bound);
    }

    private SearchResult Try(double leastSum, long limit) =>
        new BranchAndBound(problem, programme, limit) { FirstWillDo = true }.Search(leastSum);
}
