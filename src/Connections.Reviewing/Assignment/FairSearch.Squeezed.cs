namespace Connections.Reviewing.Assignment;

/// <summary>Plans near the bound where applications compete for the same reviewers and whole panels alone do not close the gap.</summary>
/// <remarks>
/// Proofs come first; small calls need nothing else. Where a trial does not end, plans are looked for by chance. Exchanges of single places (<see cref="Annealing"/>) are quick where many sums
/// are equal; they start from the flow's plan, whose total is the largest. Elsewhere cheap panels are fitted together (<see cref="PanelFitting"/>).
/// </remarks>
internal sealed partial class FairSearch
{
    private const double GoodGap = 0.001;
    private SortedSet<int>? richest;
    private bool areExchangesWeak;
    private bool isTrialVain;
    private SumPrices? sums;
    private double[]? refutation;

    /// <summary>Whether proofs take longer than exchanges.</summary>
    private bool IsLarge => problem.A * problem.R > 1_500;

    private bool IsLargeOfPanels => IsLarge && usesPanels;

    /// <summary>Lowers the bound by prices.</summary>
    private double Lowered(SortedSet<int>? plan, double bound)
    {
        sums = new SumPrices(problem, rules, placePrices);
        var lower = sums.Lower(bound, plan is null ? 0 : Minimum(plan), 2 * workLimit / 5);
        panelWork += sums.Work;
        return lower;
    }

    /// <summary>How far down the prices that proved a target out of reach prove the same.</summary>
    private double Refuted(double target, SortedSet<int> plan)
    {
        if (sums is null || refutation is null)
        {
            return target;
        }

        var before = sums.Work;
        var lower = sums.LeastRefuted(refutation, Minimum(plan), target);
        panelWork += sums.Work - before;
        return lower;
    }

    /// <summary>Looks for plans not far below the bound, nearer after each success.</summary>
    private SortedSet<int> Fitted(SortedSet<int> plan, double bound)
    {
        var (low, distance, missed) = (Minimum(plan), 0.004, bound);
        for (var attempt = 0; attempt < 6 && panelWork < workLimit && problem.NextAbove(low) <= missed && missed - low > 1e-3 * bound; attempt++)
        {
            var target = Math.Max(problem.RoundDown(Math.Max(bound * (1 - distance), (low + missed) / 2)), problem.NextAbove(low));
            var found = problem.Step > 0 && !areExchangesWeak ? Annealed(plan, target) : null;
            if (found is null)
            {
                var fitting = PanelFitting.OfSums(problem, rules, target, sums!.Price);
                found = fitting.Find(40_000L * problem.Demand.Sum());
                panelWork += fitting.Work;
                areExchangesWeak |= found is not null;
            }

            (plan, low, missed) = found is null ? (plan, low, target - problem.Step / 2) : (found, Minimum(found), missed);
            distance += 0.005;
        }

        return plan;
    }

    private SortedSet<int>? Annealed(SortedSet<int> plan, double target) =>
        Minimum(plan) >= target - problem.Tolerance ? plan : Annealing.Find(problem, rules, richest ?? plan, target);

    /// <summary>A plan nearer to the bound of the total, if panels that are good at the prices found can be fitted together.</summary>
    private SearchResult Bettered(SearchResult result, PanelSearch search)
    {
        double Gap(SortedSet<int> plan) => 1 - plan.Sum(pair => problem.Worth[pair]) / result.Bound;
        var plan = result.Plan!;
        if (Gap(plan) > GoodGap && (problem.Step > 0 || !areExchangesWeak))
        {
            var found = Annealing.Find(problem, rules, areExchangesWeak ? plan : richest ?? plan, search.LeastSum, problem.RoundDown(result.Bound * (1 - GoodGap)));
            plan = found is not null && Gap(found) < Gap(plan) ? found : plan;
        }

        foreach (var gap in problem.Step > 0 ? [0.0045] : new[] { 0.0045, 0.0025 })
        {
            if (Gap(plan) > gap)
            {
                var fitting = search.Fitting(result.Bound * (1 - gap));
                var found = fitting.Find(60_000L * problem.Demand.Sum());
                panelWork += fitting.Work;
                if (found is null)
                {
                    break;
                }

                plan = Gap(found) < Gap(plan) ? found : plan;
            }
        }

        return result with { Plan = plan };
    }
}
