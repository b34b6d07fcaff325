namespace Connections.Reviewing.Assignment;

/// <summary>The largest minimum and then the largest total for problems too large for <see cref="FairSearch"/>.</summary>
/// <remarks>
/// Prices of places, improved by steps, bound every total with sums of at least T (<see cref="PanelPrices"/>), and tell what each application's sum is worth
/// there: its affinities then count 1 + λ times in an exact flow (Lagrange). λ of sums below T rises, others fall; the pairs of a broken rule gain or lose μ in the same way. Only the
/// applications concerned are placed again. Every flow, whatever the multipliers, is a bound too: <c>total ≤ flow − Σλ·T ∓ Σμ</c>, and
/// <c>T·Σ(1 + λ) ≤ flow ∓ Σμ</c> bounds the minimum; so does the best each application could have alone.
/// What a flow leaves short or broken is mended by exchanges; the best mended plan is kept, and bettered by chance where it is far from the bound (<see cref="SqueezedSearch"/>), as the smallest sum is
/// where it stays below its first bound. Where an application needs more than six reviewers of its own choice there are too many panels, and flows do without. The plan keeps all hard rules, or none is given.
/// </remarks>
internal sealed partial class LargeSearch(AssignmentProblem problem, RuleRows rules)
{
    private const int PriceRounds = 200;
    private const int FurtherPriceRounds = 600;
    private const int RoundsFromNothing = 80;
    private const double GoodGap = 0.002;
    private const long SumLimit = 6_000_000_000;
    private const long FittingLimit = 12_000_000_000;
    private readonly List<int>[] candidates = Candidates.Choose(problem);
    private readonly SortedDictionary<string, (RuleRow Row, double Multiplier)> multipliers = new(StringComparer.Ordinal);
    private readonly double[] gain = new double[problem.A * problem.R];
    private readonly double[] weight = new double[problem.A];
    private readonly bool usesPanels = problem.HasSmallPanels;
    private TransportFlow flow = null!;
    private double minimumBound = double.PositiveInfinity;

    /// <summary>Names of the hard rules the largest total alone would break.</summary>
    public SortedSet<string> Binding { get; } = new(StringComparer.Ordinal);

    public BoundedPlan? LargestTotal()
    {
        Start();
        var (plan, bound) = Pursue(double.NegativeInfinity, null, flow.PlacePrices());
        return plan is null ? null : Bounded(plan, double.PositiveInfinity, bound);
    }

    public BoundedPlan? LargestMinimumThenTotal()
    {
        var ceiling = problem.RoundDown(Enumerable.Range(0, problem.A).Min(rules.BestSum));
        Start();
        var placePrices = flow.PlacePrices();
        var squeezed = usesPanels ? new SqueezedSearch(problem, rules, placePrices) : null;
        var (plan, bound) = Pursue(ceiling, squeezed, placePrices);
        if (plan is not null)
        {
            return Bounded(plan, ceiling, bound);
        }

        Start();
        (plan, bound) = Pursue(double.NegativeInfinity, null, placePrices);
        ceiling = problem.RoundDown(Math.Min(ceiling, minimumBound));
        if (plan is null)
        {
            return null;
        }

        if (squeezed is null)
        {
            return Halved(plan, bound, ceiling);
        }

        squeezed.Richest = plan;
        ceiling = squeezed.Lowered(plan, ceiling, SumLimit);
        plan = squeezed.Fitted(plan, ceiling, FittingLimit, Flowing(placePrices));
        Start();
        var richer = Pursue(PlanFigures.Sums(problem, plan).Min(), squeezed, placePrices, plan, rounds: 4);
        return Bounded(richer.Plan!, ceiling, richer.Bound);
    }

    /// <summary>Looks for plans of given sums by a few flows, until it has failed twice.</summary>
    private Func<double, SortedSet<int>?> Flowing(double[] placePrices)
    {
        var failures = 0;
        return target =>
        {
            if (failures == 2)
            {
                return null;
            }

            Start();
            var plan = Pursue(target, null, placePrices, rounds: 4).Plan;
            failures += plan is null ? 1 : 0;
            return plan;
        };
    }

    /// <summary>Tries sums between those of a plan and a bound, halving what is open.</summary>
    private BoundedPlan Halved(SortedSet<int> plan, double bound, double ceiling)
    {
        var (reached, missed) = (PlanFigures.Sums(problem, plan).Min(), ceiling);
        for (var step = 0; step < 6 && missed - reached > 0.002 * missed; step++)
        {
            Start();
            var target = (reached + missed) / 2;
            var (better, betterBound) = Pursue(target, null, []);
            if (better is null)
            {
                missed = target;
            }
            else
            {
                (plan, bound) = (better, betterBound);
                reached = PlanFigures.Sums(problem, plan).Min();
            }
        }

        return Bounded(plan, Math.Min(ceiling, minimumBound), bound);
    }

    private BoundedPlan Bounded(SortedSet<int> plan, double minimumBound, double totalBound)
    {
        var minimum = PlanFigures.Sums(problem, plan).Min();
        var total = PlanFigures.Total(problem, plan);
        var isProved = totalBound <= total + 1e-9 * Math.Max(total, 1) && minimumBound <= minimum + problem.Tolerance;
        return new BoundedPlan(plan, Math.Max(double.IsInfinity(minimumBound) ? minimum : minimumBound, minimum), Math.Max(totalBound, total), isProved, Binding);
    }

    private void Start()
    {
        multipliers.Clear();
        Array.Clear(weight);
        Array.Clear(gain);
        flow = new TransportFlow(problem, candidates, problem.HighestWorth);
        flow.Solve();
        PriceIn();
    }

    private void PriceIn()
    {
        while (Candidates.PriceIn(problem, flow, candidates, Worth))
        {
        }
    }

    /// <summary>Moves the multipliers until the best plan is close to the bound, or the rounds are over; then betters it by chance.</summary>
    /// <param name="leastSum">T.</param>
    /// <param name="squeezed">Betters plans; empty where the flow's will do.</param>
    /// <param name="placePrices">Prices to start from.</param>
    /// <param name="known">A plan with such sums.</param>
    /// <param name="rounds">Most flows after the first one.</param>
    private (SortedSet<int>? Plan, double Bound) Pursue(
        double leastSum, SqueezedSearch? squeezed, double[] placePrices, SortedSet<int>? known = null, int rounds = 12)
    {
        var least = leastSum > 0 ? problem.A * leastSum * (1 - 1e-8) - problem.Tolerance : double.MinValue;
        var choice = usesPanels ? new PanelChoice(problem, rules, Math.Max(leastSum, 0)) : null;
        var prices = choice is null || !flow.IsFeasible ? null : Priced(choice, leastSum, placePrices);
        var (best, bound) = (known, prices?.Bound ?? double.PositiveInfinity);
        var isBegun = prices is not null && leastSum > 0;
        rounds = isBegun ? rounds : RoundsFromNothing;
        for (var round = 0; round <= rounds && flow.IsFeasible && bound >= least; round++)
        {
            var plan = flow.Plan();
            var concerned = Adjust(plan, leastSum, (isBegun ? 0.3 : 1) / (1 + 0.1 * round), out var broken);
            var mended = new WorkingPlan(problem, rules, plan);
            var share = round % (rounds / 4) == 0 ? 4 : 50;
            if ((broken <= Math.Max(3, problem.A / share) || (round == rounds && leastSum <= 0)) && Exchanges.Mend(mended, leastSum))
            {
                Exchanges.RaiseTotal(mended, candidates, leastSum);
                best = best is null || PlanFigures.Total(problem, mended.Pairs()) > PlanFigures.Total(problem, best) ? mended.Pairs() : best;
            }

            if (round % 4 == 0 || concerned.Count == 0)
            {
                bound = Math.Min(bound, Bound(leastSum));
            }

            if (best is not null && (concerned.Count == 0 || PlanFigures.Total(problem, best) >= bound * (1 - GoodGap)))
            {
                return (best, bound);
            }

            foreach (var a in concerned)
            {
                flow.Replace(a, Worth);
            }

            PriceIn();
        }

        if (squeezed is null || prices is null || bound < least)
        {
            return (best, bound);
        }

        prices.Improve(Math.Max(least, 0), FurtherPriceRounds);
        var result = new SearchResult(best, Math.Min(bound, prices.Bound), false);
        if (result.Bound < least)
        {
            return (best, result.Bound);
        }

        return (squeezed.Bettered(result, leastSum, wanted => new PanelFitting(problem, rules, choice!, prices, wanted)).Plan, result.Bound);
    }

    /// <summary>Bounds the total by prices of places, and places all applications again with what their sums are worth there.</summary>
    private PanelPrices Priced(PanelChoice choice, double leastSum, double[] placePrices)
    {
        var prices = new PanelPrices(problem, choice, problem.Worth);
        prices.Try(placePrices);
        prices.Improve(problem.A * Math.Max(leastSum, 0), PriceRounds);
        prices.Try(prices.Price);
        for (var a = 0; a < problem.A && leastSum > 0 && !double.IsNegativeInfinity(prices.Bound); a++)
        {
            weight[a] = choice.Multiplier(a);
            flow.Replace(a, Worth);
        }

        PriceIn();
        return prices;
    }
}
