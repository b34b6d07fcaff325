namespace Connections.Reviewing.Assignment;

/// <summary>Is there a plan in which every sum is at least T? The linear programme over whole panels answers for shares of panels.</summary>
/// <remarks>
/// Worths count next to nothing here: every application takes the cheapest panel with a sum of at least T. Whatever the prices of reviewers' places, a plan
/// spends at most what all places cost; if the cheapest panels together cost more, no plan reaches T (Farkas; the bound of <see cref="PanelPrices"/>).
/// The cheapest panels cost less as T falls, so the same prices refute every T down to some point, which is found by halving. Each refutation thus
/// lowers T, and there the prices are improved again, until the programme has a solution: then prices can say no more.
/// </remarks>
internal sealed class SumProgramme(AssignmentProblem problem, RuleRows rules, double[] start)
{
    private const int MostPanels = 15_000;
    private readonly double slight = 0.01 / (problem.A * Math.Max(problem.HighestWorth, 1e-300));
    private readonly HashSet<Panel> pool = new(new SamePairs());
    private PanelProgramme? programme;
    private long spent;

    /// <summary>The best prices so far.</summary>
    public double[] Price { get; private set; } = Scaled(start);

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work => spent;

    /// <summary>Finds panels at the T last tried.</summary>
    public PanelChoice Choice { get; private set; } = null!;

    /// <summary>The solution at the T last tried; empty when there is none, or none was found within the limit.</summary>
    public PanelProgramme? Solution { get; private set; }

    /// <summary>The T last tried.</summary>
    public double SolvedAt { get; private set; }

    /// <summary>The prices at the T last tried.</summary>
    public PanelPrices Prices { get; private set; } = null!;

    /// <summary>Lowers a bound on every plan's smallest sum until the programme has a solution just below it.</summary>
    /// <param name="bound">No plan has a larger smallest sum than this.</param>
    /// <param name="reached">Some plan has this smallest sum.</param>
    /// <param name="stopAt">Work after which the bound stays as it is.</param>
    public double Lower(double bound, double reached, long stopAt)
    {
        var open = reached;
        while (bound - open > (problem.Step > 0 ? problem.Step / 2 : 5e-4 * bound) && spent < stopAt)
        {
            // Where sums go in steps the bound is often right; elsewhere halving is quickest, because a refutation reaches further down.
            var target = problem.Step > 0 ? bound : (bound + open) / 2;
            var isRefuted = Refute(target, stopAt);
            open = isRefuted ? open : target;
            bound = isRefuted ? LeastRefuted(open, target) : bound;
            bound = isRefuted && problem.Step > 0 ? problem.RoundDown(bound - problem.Step / 2) : bound;
        }

        if (Solution is null && open > reached && spent < stopAt)
        {
            Refute(open, stopAt);
        }

        return bound;
    }

    private static double[] Scaled(double[] price) => [.. price.Select(x => x / Math.Max(price.Max(Math.Abs), 1e-300) / 2)];

    /// <summary>True when it is proved that no plan has sums of at least T.</summary>
    public bool Refute(double leastSum, long stopAt)
    {
        Solution = null;
        Prices = At(leastSum, Price);
        if (programme is null || programme.Panels.Count > MostPanels)
        {
            pool.RemoveWhere(panel => panel.Worth < leastSum - problem.Tolerance);
            pool.UnionWith(Near(Prices, 12));
            programme = new PanelProgramme(problem, pool, Prices, 1, MostPanels);
        }

        for (var k = 0; k < programme.Panels.Count; k++)
        {
            programme.Open(k, programme.Panels[k].Worth >= leastSum - problem.Tolerance);
        }

        SolvedAt = leastSum;
        while (!IsRefuted(Prices, leastSum) && spent < stopAt)
        {
            var before = programme.Work;
            var outcome = programme.Solve(double.NegativeInfinity, programme.Work + stopAt - spent);
            spent += programme.Work - before;
            if (outcome == LinearOutcome.Optimal && programme.Absent < 1e-7)
            {
                Solution = programme;
                break;
            }

            if (!Extend())
            {
                break;
            }
        }

        spent += Choice.Work;
        Price = Prices.Price;
        return IsRefuted(Prices, leastSum);
    }

    /// <summary>The panels of each application closest to its best, about so many of each.</summary>
    /// <param name="choice">Finds panels.</param>
    /// <param name="priced">What a pair counts.</param>
    /// <param name="applications">Which applications.</param>
    /// <param name="each">How many for each, on average.</param>
    public static List<Panel> Near(PanelChoice choice, Func<int, double> priced, IReadOnlyCollection<int> applications, int each)
    {
        (int Application, double Best)[] best = [.. applications.Select(a => (a, choice.Best(a, priced, out var value) is null ? double.PositiveInfinity : value))];
        List<Panel> near = [];
        for (var width = 1e-4; width < 2 && near.Count < each * best.Length; width *= 1.5)
        {
            near.Clear();
            foreach (var (a, value) in best)
            {
                choice.List(a, priced, value - width, 10 * each, near);
            }
        }

        return near;
    }

    private List<Panel> Near(PanelPrices prices, int each) => Near(Choice, prices.Priced, [.. Enumerable.Range(0, problem.A)], each);

    /// <summary>Adds panels that are good at the programme's prices. False when there is none that is new.</summary>
    private bool Extend()
    {
        var (from, to) = (Prices.Price, programme!.Prices());
        List<Panel> found = [];
        foreach (var share in new[] { 1.0, 0.4, 0.15 })
        {
            found.AddRange(Prices.Try([.. from.Zip(to, (x, y) => x + share * (y - x))]));
        }

        found.AddRange(Near(Prices, 5));
        var added = found.Where(pool.Add).ToArray().Count(programme.Add);
        return added > 0;
    }

    private PanelPrices At(double leastSum, double[] price)
    {
        Choice = new PanelChoice(problem, rules, leastSum);
        var prices = new PanelPrices(problem, Choice, [.. problem.Worth.Select(s => slight * s)]);
        prices.Try(price);
        return prices;
    }

    private bool IsRefuted(PanelPrices prices, double leastSum) => prices.Bound < Least(leastSum);

    /// <summary>What a plan with sums of at least T is worth at least, less a margin for rounding.</summary>
    private double Least(double leastSum) => slight * (problem.A * leastSum * (1 - 1e-8) - problem.Step - problem.Tolerance) - 1e-7;

    /// <summary>How far down the present prices refute T, between a sum that is reached and one that is refuted.</summary>
    private double LeastRefuted(double reached, double refuted)
    {
        for (var step = 0; step < 40; step++)
        {
            var middle = (reached + refuted) / 2;
            middle = problem.Step > 0 ? problem.RoundDown(middle) : middle;
            if (refuted - reached < 1e-5 * refuted || middle <= reached + problem.Tolerance)
            {
                break;
            }

            (reached, refuted) = IsRefuted(At(middle, Price), middle) ? (reached, middle) : (middle, refuted);
            spent += Choice.Work;
        }

        return refuted;
    }
}
