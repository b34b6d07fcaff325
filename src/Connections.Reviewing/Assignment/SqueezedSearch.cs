namespace Connections.Reviewing.Assignment;

/// <summary>Bounds and plans where applications compete for the same reviewers, so that all sums are squeezed against T and proofs by whole panels take too long.</summary>
/// <remarks>
/// Prices of places lower the bound of the smallest sum (<see cref="SumPrices"/>). Plans near a bound are looked for by chance. Exchanges among three applications (<see cref="TrioExchanges"/>) are best where many sums
/// are equal; smallest sums are looked for from a plan of a large total (<see cref="Richest"/>). Elsewhere cheap panels are fitted together (<see cref="PanelFitting"/>).
/// </remarks>
/// <param name="problem">The numbered problem.</param>
/// <param name="rules">Its hard rules.</param>
/// <param name="placePrices">Prices to start from.</param>
internal sealed class SqueezedSearch(AssignmentProblem problem, RuleRows rules, double[] placePrices)
{
    private const double GoodGap = 0.001;
    private const long MostChanges = 60_000_000;
    private SumPrices? sums;
    private double vainTarget = double.PositiveInfinity;

    /// <summary>Prices of places to start from.</summary>
    public double[] PlacePrices => placePrices;

    /// <summary>A plan of a large total, where exchanges start.</summary>
    public SortedSet<int>? Richest { get; set; }

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work { get; private set; }

    /// <summary>Lowers the bound by prices.</summary>
    public double Lowered(SortedSet<int>? plan, double bound, long limit)
    {
        sums = new SumPrices(problem, rules, placePrices);
        var lower = sums.Lower(bound, plan is null ? 0 : Minimum(plan), limit);
        Work += sums.Work;
        return lower;
    }

    /// <summary>How far down the prices that proved a target out of reach prove the same.</summary>
    public double Refuted(double[]? refutation, double target, SortedSet<int> plan)
    {
        if (sums is null || refutation is null)
        {
            return target;
        }

        var before = sums.Work;
        var lower = sums.LeastRefuted(refutation, Minimum(plan), target);
        Work += sums.Work - before;
        return lower;
    }

    /// <summary>Looks for plans not far below the bound, nearer after each success.</summary>
    /// <param name="plan">A plan.</param>
    /// <param name="bound">No plan has a larger smallest sum.</param>
    /// <param name="limit">Work after which no new search is begun.</param>
    /// <param name="first">Looks for a plan with given sums before chance is tried.</param>
    public SortedSet<int> Fitted(SortedSet<int> plan, double bound, long limit, Func<double, SortedSet<int>?>? first = null)
    {
        var (low, further, missed, stopAt) = (Minimum(plan), 0.001, bound, Work + limit);
        for (var attempt = 0; attempt < 6 && Work < stopAt && problem.NextAbove(low) <= missed && missed - low > 1e-3 * bound; attempt++)
        {
            var target = Math.Max(problem.RoundDown(Math.Max(bound * (1 - 0.003 - further), (low + missed) / 2)), problem.NextAbove(low));
            var found = first?.Invoke(target) ?? (problem.Step > 0 ? Exchanged(plan, target) : null);
            if (found is null)
            {
                var fitting = PanelFitting.OfSums(problem, rules, target, sums!.Price);
                found = fitting.Find(Changes);
                Work += fitting.Work;
            }

            (plan, low, missed) = found is null ? (plan, low, target - problem.Step / 2) : (found, Minimum(found), missed);
            further *= 2;
        }

        return plan;
    }

    /// <summary>A plan in which every sum reaches a target, found by exchanges; or nothing.</summary>
    public SortedSet<int>? Exchanged(SortedSet<int> plan, double target)
    {
        if (Minimum(plan) >= target - problem.Tolerance)
        {
            return plan;
        }

        // From the same plan the same search would fail again.
        if (Richest is not null && target >= vainTarget)
        {
            return null;
        }

        var found = Exchanged(Richest ?? plan, target, double.NegativeInfinity);
        vainTarget = found is null ? target : vainTarget;
        return found;
    }

    /// <summary>A plan nearer to the bound of the total, by exchanges and if panels that are good at the prices found can be fitted together.</summary>
    /// <param name="result">A plan, if there is one yet, and the bound.</param>
    /// <param name="leastSum">What every sum has to reach.</param>
    /// <param name="fitting">Looks for a plan of a wanted total.</param>
    public SearchResult Bettered(SearchResult result, double leastSum, Func<double, PanelFitting> fitting)
    {
        double Gap(SortedSet<int>? plan) => plan is null ? 1 : 1 - PlanFigures.Total(problem, plan) / result.Bound;
        var plan = Raised(result.Plan, leastSum);
        if (plan is not null && Gap(plan) > GoodGap && problem.Step > 0)
        {
            var found = Raised(Exchanged(plan, leastSum, problem.RoundDown(result.Bound * (1 - GoodGap))), leastSum);
            plan = Gap(found) < Gap(plan) ? found : plan;
        }

        foreach (var gap in problem.Step > 0 ? [0.0045] : new[] { 0.0045, 0.0025, 0.0015 })
        {
            if (Gap(plan) > gap)
            {
                var panels = fitting(result.Bound * (1 - gap));
                var found = Raised(panels.Find(Changes), leastSum);
                Work += panels.Work;
                if (found is null)
                {
                    break;
                }

                plan = Gap(found) < Gap(plan) ? found : plan;
            }
        }

        return result with { Plan = plan };
    }

    private SortedSet<int>? Exchanged(SortedSet<int> plan, double target, double leastTotal)
    {
        var found = TrioExchanges.Find(problem, rules, plan, target, leastTotal, out var work);
        Work += work;
        return found;
    }

    private SortedSet<int>? Raised(SortedSet<int>? plan, double leastSum)
    {
        if (plan is null)
        {
            return null;
        }

        var raised = TrioExchanges.RaiseTotal(problem, rules, plan, leastSum, out var work);
        Work += work;
        return raised;
    }

    private long Changes => Math.Min(60_000L * problem.Demand.Sum(), MostChanges);

    private double Minimum(IEnumerable<int> plan) => PlanFigures.Sums(problem, plan).Min();
}
