namespace Connections.Reviewing.Assignment;

/// <summary>A plan with what is proved about it.</summary>
/// <param name="Pairs">Ascending pair numbers.</param>
/// <param name="MinimumBound">No plan serves its worst-served application better than this.</param>
/// <param name="TotalBound">No plan with this plan's minimum has a larger total.</param>
/// <param name="IsProved">True when both bounds are attained.</param>
/// <param name="Binding">Hard rules that cost something (see <see cref="BindingRules"/>).</param>
internal sealed record BoundedPlan(SortedSet<int> Pairs, double MinimumBound, double TotalBound, bool IsProved, SortedSet<string> Binding);

/// <summary>The largest minimum, then the largest total, for problems of up to 200,000 pairs.</summary>
/// <remarks>
/// No application can have more than its best reviewers alone. So "the largest total with every sum at least that" is solved
/// first: if it has a plan, both goals are proved at once (this is the usual case). Otherwise prices lower the bound (<see cref="SumPrices"/>), random
/// exchanges (<see cref="TrioExchanges"/>) and cheap panels fitted together (<see cref="PanelFitting"/>) give plans near it, and T* is closed in from
/// both sides: a plan raises the lower end, a proof that there is none lowers the upper end. Last, the largest
/// total at the minimum reached. (Stelmakh, Shah, Singh 2021 give the goal; a direct integer programme for it stalls.)
/// Every question is put to <see cref="PanelSearch"/>; where an application needs more than six reviewers of its
/// own choice there are too many panels, and <see cref="BranchAndBound"/> over pairs answers.
/// </remarks>
internal sealed class FairSearch(AssignmentProblem problem, RuleRows rules, TransportFlow flow, long workLimit)
{
    private const double FirstTrial = 5e-4;
    private const double SmallGap = 0.001;
    private readonly Lazy<FairProgramme> programme = new(() => new FairProgramme(problem, rules));
    private readonly List<int>[] candidates = Candidates.Choose(problem);
    private readonly bool usesPanels = problem.HasSmallPanels;
    private readonly SqueezedSearch squeezed = new(problem, rules, flow.PlacePrices());
    private long panelWork;
    private bool isTrialVain;
    private double[]? refutation;

    /// <summary>True when it is proved that no plan exists.</summary>
    public bool IsInfeasible { get; private set; }

    private long Work => panelWork + squeezed.Work + (programme.IsValueCreated ? programme.Value.Work : 0);

    /// <summary>Whether proofs take longer than exchanges.</summary>
    private bool IsLarge => problem.A * problem.R > 1_500;

    private bool IsLargeOfPanels => IsLarge && usesPanels;

    /// <summary>Empty when no plan keeps all rules, or none was found within the limit (see <see cref="IsInfeasible"/>).</summary>
    public BoundedPlan? LargestTotal()
    {
        var result = Best(0, FirstPlan(0), workLimit);
        IsInfeasible = result.Plan is null && result.IsComplete;
        return result.Plan is null ? null : Bounded(result, Minimum(result.Plan));
    }

    public BoundedPlan? LargestMinimumThenTotal()
    {
        var upper = problem.RoundDown(Math.Min(Enumerable.Range(0, problem.A).Min(rules.BestSum), flow.Bound(pair => problem.Worth[pair]) / problem.A + problem.Tolerance));
        var plan = FirstPlan(upper);
        plan = plan is not null && IsLarge && problem.Step > 0 ? squeezed.Exchanged(plan, upper) ?? plan : plan;
        var isUnlikely = plan is not null && IsLarge && problem.Step > 0 && Minimum(plan) < upper - problem.Tolerance;
        var atUpper = Best(upper, plan, workLimit / (isUnlikely ? 8 : 3));
        if (atUpper.Plan is not null)
        {
            return Bounded(atUpper, upper);
        }

        var isTried = atUpper.IsComplete;
        if (usesPanels)
        {
            (isTried, upper) = (!IsLarge, squeezed.Lowered(plan, upper, 2 * workLimit / 5));
        }
        else if (programme.Value.HighestLeastSum(upper, workLimit / 4) is { } relaxed)
        {
            programme.Value.UsesCuts = true;
            (isTried, upper) = (isTried && problem.RoundDown(relaxed) >= upper, problem.RoundDown(relaxed));
        }
        else
        {
            IsInfeasible = true;
            return null;
        }

        (plan, upper) = CloseIn(plan, upper, isTried);
        plan = plan is not null && usesPanels && isTrialVain ? squeezed.Fitted(plan, upper, workLimit - Work) : plan;
        return plan is null ? null : Bounded(Best(Minimum(plan), plan, workLimit / 3), upper);
    }

    /// <summary>The plan of the largest total at the same minimum whose parts hang together, if there is one.</summary>
    public SearchResult Connected(double minimum)
    {
        return usesPanels
            ? new PanelSearch(problem, rules, minimum, squeezed.PlacePrices) { MustConnect = true }.Search(null, workLimit / 4)
            : new BranchAndBound(problem, programme.Value, workLimit / 4) { MustConnect = true }.Search(minimum);
    }

    private BoundedPlan Bounded(SearchResult result, double minimumBound)
    {
        // Prices may have brought a bound nearer than two sums are told apart: then they are equal.
        var (minimum, total) = (Minimum(result.Plan!), PlanFigures.Total(problem, result.Plan!));
        var (isReached, isTotalReached) = (minimumBound < problem.NextAbove(minimum), result.IsComplete || result.Bound < problem.NextAbove(total));
        return new BoundedPlan(result.Plan!, isReached ? minimum : minimumBound, isTotalReached ? total : problem.RoundDown(result.Bound), isTotalReached && isReached, []);
    }

    public double Minimum(IEnumerable<int> plan) => PlanFigures.Sums(problem, plan).Min();

    /// <summary>The flow's plan, mended where it breaks rules and then made fairer by exchanges; empty when it cannot be mended.</summary>
    private SortedSet<int>? FirstPlan(double target)
    {
        var working = new WorkingPlan(problem, rules, flow.Plan());
        squeezed.Richest = Exchanges.Mend(working, 0) ? working.Pairs() : null;
        return squeezed.Richest is { } richest ? Raised(richest, target) : null;
    }

    private SortedSet<int> Raised(SortedSet<int> plan, double target)
    {
        var working = new WorkingPlan(problem, rules, plan);
        MinimumExchanges.Raise(working, target, 20 * problem.A);
        return working.Pairs();
    }

    /// <summary>Tries targets between the plan's minimum and the bound by random exchanges, halving the interval.</summary>
    private SortedSet<int> Bettered(SortedSet<int> plan, double bound)
    {
        for (var step = 0; step < 5 && problem.NextAbove(Minimum(plan)) <= bound; step++)
        {
            var target = Math.Max(problem.RoundDown((Minimum(plan) + bound) / 2), problem.NextAbove(Minimum(plan)));
            (plan, bound) = squeezed.Exchanged(plan, target) is { } better ? (better, bound) : (plan, target);
        }

        return plan;
    }

    /// <summary>Brings the largest minimum between a plan and a bound, until they meet or the limit is reached.</summary>
    private (SortedSet<int>? Plan, double Bound) CloseIn(SortedSet<int>? plan, double bound, bool isBoundTried)
    {
        if (plan is null)
        {
            var any = Find(0, null, workLimit / 2);
            IsInfeasible = any.Plan is null && any.IsComplete;
            plan = any.Plan is null ? null : Raised(any.Plan, bound);
        }

        plan = plan is null || usesPanels ? plan : Bettered(plan, bound);
        var (aim, stride, failures, isStride) = (bound, 0.004 * bound, 0, false);
        while (plan is not null && problem.NextAbove(Minimum(plan)) <= bound && Work < workLimit && !isTrialVain)
        {
            // Three failures in a row: perhaps the plan cannot be bettered at all, which one proof would show.
            // In turn a short stride upwards, longer after each success, and the middle of what is open; in large calls, where
            // the first trial that does not end is the last, only the middle, as long as it is refuted.
            isStride = !isStride && !IsLargeOfPanels;
            var middle = (Minimum(plan) + aim) / 2;
            middle = problem.RoundDown(isStride ? Math.Min(Minimum(plan) + stride, middle) : middle);
            var next = problem.NextAbove(Minimum(plan));
            var target = isBoundTried ? Math.Max(middle, next) : Math.Max(FirstTarget(bound), next);
            target = isBoundTried && ((failures == 3 && !IsLargeOfPanels) || aim - next < 1e-4 * bound) ? next : target;
            var attempt = Find(target, plan, workLimit / 8);
            isBoundTried = true;
            (failures, stride) = attempt.Plan is not null ? (0, 4 * stride) : (failures + 1, stride);
            if (attempt.Plan is not null)
            {
                plan = Raised(attempt.Plan, bound);
                plan = usesPanels ? plan : Bettered(plan, aim);
                aim = Minimum(plan) > aim || target == next ? bound : aim;
            }
            else if (attempt.IsComplete)
            {
                bound = aim = target == next ? Minimum(plan) : problem.RoundDown(squeezed.Refuted(refutation, target, plan) - problem.Step / 2);
            }
            else if (target == next || IsLargeOfPanels)
            {
                isTrialVain = true;
            }
            else
            {
                aim = target;
            }
        }

        return (plan, bound);
    }

    /// <summary>Sums that go in steps may reach the bound itself; others come near it at most.</summary>
    private double FirstTarget(double bound) => usesPanels && problem.Step == 0 ? bound * (1 - FirstTrial) : bound;

    /// <summary>Any plan with sums of at least T, or the proof that there is none.</summary>
    private SearchResult Find(double leastSum, SortedSet<int>? hint, long limit)
    {
        return usesPanels ? Panels(leastSum, hint, limit, firstWillDo: true)
            : new BranchAndBound(problem, programme.Value, limit / 4) { FirstWillDo = true }.Search(leastSum);
    }

    private SearchResult Best(double leastSum, SortedSet<int>? hint, long limit)
    {
        return usesPanels ? Panels(leastSum, hint, limit, firstWillDo: false) : BestOverPairs(leastSum, hint, limit);
    }

    private SearchResult Panels(double leastSum, SortedSet<int>? hint, long limit, bool firstWillDo)
    {
        var search = new PanelSearch(problem, rules, leastSum, squeezed.PlacePrices) { FirstWillDo = firstWillDo };
        var result = search.Search(hint, limit);
        panelWork += search.Work;
        refutation = search.Refutation;
        if (firstWillDo || result.IsComplete || result.Plan is null)
        {
            return result;
        }

        // The better the plan, the fewer panels are near enough to the bound: it may be proved now.
        var bettered = squeezed.Bettered(result, search.LeastSum, search.Fitting);
        var gap = 1 - PlanFigures.Total(problem, bettered.Plan!) / bettered.Bound;
        if (problem.Step == 0 || gap > SmallGap)
        {
            return bettered;
        }

        var again = new PanelSearch(problem, rules, leastSum, squeezed.PlacePrices);
        var proved = again.Search(bettered.Plan, limit);
        panelWork += again.Work;
        return proved with { Bound = Math.Min(proved.Bound, bettered.Bound) };
    }

    /// <summary>Searches again from the root after every better plan: the more is known, the more pairs can be put aside.</summary>
    private SearchResult BestOverPairs(double leastSum, SortedSet<int>? hint, long limit)
    {
        var known = hint is not null && Minimum(hint) >= leastSum - problem.Tolerance ? hint : null;
        var stopAt = programme.Value.Work + limit;
        var bound = double.PositiveInfinity;
        while (true)
        {
            var result = new BranchAndBound(problem, programme.Value, stopAt - programme.Value.Work) { FirstWillDo = true, Known = known }.Search(leastSum);
            bound = Math.Min(bound, result.Bound);
            if (result.IsComplete || programme.Value.Work > stopAt)
            {
                return result with { Bound = bound };
            }

            var better = new WorkingPlan(problem, rules, result.Plan!);
            Exchanges.RaiseTotal(better, candidates, leastSum);
            known = better.Pairs();
        }
    }
}
