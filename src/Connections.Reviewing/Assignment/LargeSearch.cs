namespace Connections.Reviewing.Assignment;

/// <summary>The largest minimum and then the largest total for problems too large for <see cref="FairSearch"/>.</summary>
/// <remarks>
/// An exact flow gives the largest total. Sums below T and broken rules then get multipliers (Lagrange): a short application's
/// affinities count 1 + λ times, the pairs of a broken rule gain or lose μ. Multipliers of what is broken rise, the others fall; only the
/// applications concerned are placed again. Every flow, whatever the multipliers, is a bound: <c>total ≤ flow − Σλ·T ∓ Σμ</c>.
/// What a flow leaves short or broken is mended by exchanges, and the best mended plan is kept. The same flows bound the minimum:
/// <c>T·Σ(1 + λ) ≤ flow ∓ Σμ</c>; so does the best each application could have alone. The plan keeps all hard rules, or none is given.
/// </remarks>
internal sealed class LargeSearch(AssignmentProblem problem, RuleRows rules)
{
    private const int Rounds = 80;
    private const double GoodGap = 0.002;
    private readonly List<int>[] candidates = Candidates.Choose(problem);
    private readonly SortedDictionary<string, (RuleRow Row, double Multiplier)> multipliers = new(StringComparer.Ordinal);
    private readonly double[] gain = new double[problem.A * problem.R];
    private readonly double[] weight = new double[problem.A];
    private TransportFlow flow = null!;
    private double minimumBound = double.PositiveInfinity;

    /// <summary>Names of the hard rules the largest total alone would break.</summary>
    public SortedSet<string> Binding { get; } = new(StringComparer.Ordinal);

    public BoundedPlan? LargestTotal()
    {
        Start();
        var (plan, bound) = Pursue(double.NegativeInfinity);
        return plan is null ? null : Bounded(plan, double.PositiveInfinity, bound);
    }

    public BoundedPlan? LargestMinimumThenTotal()
    {
        var ceiling = problem.RoundDown(Enumerable.Range(0, problem.A).Min(rules.BestSum));
        Start();
        var (plan, bound) = Pursue(ceiling);
        if (plan is not null)
        {
            return Bounded(plan, ceiling, bound);
        }

        Start();
        (plan, bound) = Pursue(double.NegativeInfinity);
        if (plan is null)
        {
            return null;
        }

        var (reached, missed) = (PlanFigures.Sums(problem, plan).Min(), Math.Min(ceiling, minimumBound));
        for (var step = 0; step < 6 && missed - reached > 0.002 * missed; step++)
        {
            Start();
            var target = (reached + missed) / 2;
            var (better, betterBound) = Pursue(target);
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
        var total = Total(plan);
        var isProved = totalBound <= total + 1e-9 * Math.Max(total, 1) && minimumBound <= minimum + problem.Tolerance;
        return new BoundedPlan(plan, Math.Max(double.IsInfinity(minimumBound) ? minimum : minimumBound, minimum), Math.Max(totalBound, total), isProved, Binding);
    }

    private double Total(IEnumerable<int> plan) => plan.Sum(p => problem.Worth[p]);

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

    /// <summary>Moves the multipliers until the best plan is close to the bound, or the rounds are over.</summary>
    private (SortedSet<int>? Plan, double Bound) Pursue(double leastSum)
    {
        var bound = double.PositiveInfinity;
        SortedSet<int>? best = null;
        for (var round = 0; round < Rounds && flow.IsFeasible; round++)
        {
            var plan = flow.Plan();
            var concerned = Adjust(plan, leastSum, 1 / (1 + 0.1 * round), out var broken);
            var mended = new WorkingPlan(problem, rules, plan);
            if (broken <= Math.Max(3, problem.A / (round + 1 < Rounds ? 50 : 1)) && Exchanges.Mend(mended, leastSum))
            {
                Exchanges.RaiseTotal(mended, candidates, leastSum);
                best = best is null || Total(mended.Pairs()) > Total(best) ? mended.Pairs() : best;
            }

            if (round % 4 == 0 || concerned.Count == 0 || round + 1 == Rounds)
            {
                bound = Math.Min(bound, Bound(leastSum));
            }

            if (best is not null && (concerned.Count == 0 || Total(best) >= bound * (1 - GoodGap)))
            {
                break;
            }

            foreach (var a in concerned)
            {
                flow.Replace(a, Worth);
            }

            PriceIn();
        }

        return (best, bound);
    }

    /// <summary>Raises the multipliers of what is broken and lowers those of what has slack (subgradient steps, ever shorter).</summary>
    /// <returns>The applications whose worths changed.</returns>
    private SortedSet<int> Adjust(SortedSet<int> plan, double leastSum, double step, out int broken)
    {
        var concerned = new SortedSet<int>();
        var sums = PlanFigures.Sums(problem, plan);
        broken = 0;
        for (var a = 0; a < problem.A; a++)
        {
            var isShort = sums[a] < leastSum - problem.Tolerance;
            broken += isShort ? 1 : 0;
            if (isShort || (weight[a] > 0 && sums[a] > leastSum + problem.Tolerance))
            {
                weight[a] = Math.Max(0, weight[a] + step * (isShort ? 0.2 + (leastSum - sums[a]) / problem.HighestWorth : (leastSum - sums[a]) / problem.HighestWorth));
                concerned.Add(a);
            }
        }

        var taken = new bool[problem.A * problem.R];
        var panels = plan.GroupBy(p => p / problem.R).ToDictionary(g => g.Key, g => g.Select(p => p % problem.R).ToArray());
        foreach (var pair in plan)
        {
            taken[pair] = true;
        }

        var suspects = panels.Where(p => rules.CountBroken(p.Key, p.Value) > 0).Select(p => p.Key).Order();
        var rows = rules.BrokenBy(pair => taken[pair] ? 1 : 0, suspects, plan).ToDictionary(row => row.Key);
        broken += rows.Count;
        foreach (var row in multipliers.Values.Select(m => m.Row).Concat(rows.Values.Where(row => !multipliers.ContainsKey(row.Key))).ToArray())
        {
            var held = row.Pairs.Count(p => taken[p]);
            var lacking = row.Low > 0 ? row.Low - held : held - row.High;
            var before = multipliers.GetValueOrDefault(row.Key).Multiplier;
            var after = Math.Max(0, before + 0.2 * step * problem.HighestWorth * lacking);
            if (after != before)
            {
                SetMultiplier(row, before, after, concerned);
            }
        }

        Binding.UnionWith(rows.Values.Select(row => row.Rule));
        return concerned;
    }

    private void SetMultiplier(RuleRow row, double before, double after, SortedSet<int> concerned)
    {
        multipliers[row.Key] = (row, after);
        foreach (var pair in row.Pairs)
        {
            gain[pair] += row.Low > 0 ? after - before : before - after;
            concerned.Add(pair / problem.R);
        }
    }

    private double Worth(int pair) => problem.Worth[pair] * (1 + weight[pair / problem.R]) + gain[pair];

    private double Bound(double leastSum)
    {
        var bound = flow.Bound(Worth) + multipliers.Values.Sum(m => m.Row.Low > 0 ? -m.Multiplier * m.Row.Low : m.Multiplier * m.Row.High);
        minimumBound = Math.Min(minimumBound, problem.RoundDown(bound / (problem.A + weight.Sum())));
        return leastSum > 0 ? bound - weight.Sum() * leastSum : bound;
    }
}
