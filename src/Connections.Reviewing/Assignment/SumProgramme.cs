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
    private bool hasRefuted;
    private PanelChoice choice = null!;
    private PanelPrices prices = null!;
    private long spent;

    /// <summary>The prices of the last refutation, the largest ½.</summary>
    public double[] Price { get; private set; } = Scaled(start);

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work => spent;

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

        return bound;
    }

    private static double[] Scaled(double[] price)
    {
        var largest = Math.Max(price.Max(Math.Abs), 1e-300);
        return [.. price.Select(x => x / largest / 2)];
    }

    /// <summary>True when it is proved that no plan has sums of at least T.</summary>
    private bool Refute(double leastSum, long stopAt)
    {
        prices = At(leastSum, Price);
        if (programme is null || programme.Panels.Count > MostPanels)
        {
            pool.RemoveWhere(panel => panel.Worth < leastSum - problem.Tolerance);
            pool.UnionWith(Near(12));
            programme = new PanelProgramme(problem, pool, prices, 1, MostPanels);
        }

        for (var k = 0; k < programme.Panels.Count; k++)
        {
            programme.Open(k, programme.Panels[k].Worth >= leastSum - problem.Tolerance);
        }

        while (!IsRefuted(prices, leastSum) && spent < stopAt)
        {
            var before = programme.Work;
            var outcome = programme.Solve(double.NegativeInfinity, programme.Work + stopAt - spent);
            spent += programme.Work - before;
            if (outcome == LinearOutcome.Optimal && programme.Absent < 1e-7)
            {
                break;
            }

            if (!Extend())
            {
                break;
            }
        }

        spent += choice.Work;
        var isRefuted = IsRefuted(prices, leastSum);
        Price = isRefuted || !hasRefuted ? Scaled(prices.Price) : Price;
        hasRefuted |= isRefuted;
        return isRefuted;
    }

    /// <summary>The panels of each application closest to its best, about so many of each.</summary>
    private List<Panel> Near(int each)
    {
        List<Panel> near = [];
        for (var width = 1e-4; width < 2 && near.Count < each * problem.A; width *= 1.5)
        {
            near.Clear();
            for (var a = 0; a < problem.A; a++)
            {
                choice.List(a, prices.Priced, prices.BestValue[a] - width, 10 * each, near);
            }
        }

        return near;
    }

    /// <summary>Adds panels that are good at the programme's prices. False when there is none that is new.</summary>
    private bool Extend()
    {
        var (from, to) = (prices.Price, programme!.Prices());
        List<Panel> found = [];
        foreach (var share in new[] { 1.0, 0.4, 0.15 })
        {
            found.AddRange(prices.Try([.. from.Zip(to, (x, y) => x + share * (y - x))]));
        }

        found.AddRange(Near(5));
        var added = found.Where(pool.Add).ToArray().Count(programme.Add);
        return added > 0;
    }

    private PanelPrices At(double leastSum, double[] price)
    {
        choice = new PanelChoice(problem, rules, leastSum);
        var at = new PanelPrices(problem, choice, [.. problem.Worth.Select(s => slight * s)]);
        at.Try(price);
        return at;
    }

    private bool IsRefuted(PanelPrices at, double leastSum) => at.Bound < Least(leastSum);

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
            spent += choice.Work;
        }

        return refuted;
    }
}
