using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>The plan of the largest total in which every application's sum is at least T, found among whole panels, and proved.</summary>
/// <remarks>
/// 1. Prices: subgradient steps from the flow's prices, then the panel programme over the panels that were best at some prices, until its worth meets
/// the bound (column generation with smoothed prices). 2. All panels within δ of their application's best are listed, and the best plan of listed
/// panels is searched for. A plan with a panel outside the list is worth less than bound − δ; so the plan found is proved as soon as it is
/// worth bound − δ. Otherwise δ grows to the gap and the search is repeated (Baldacci, Christofides, Mingozzi 2008).
/// Nothing is given up by limits but the proof: the bound stays valid.
/// </remarks>
internal sealed class PanelSearch
{
    private const int MostListed = 20_000;
    private readonly AssignmentProblem problem;
    private readonly RuleRows rules;
    private readonly PanelChoice choice;
    private readonly PanelPrices prices;
    private readonly double leastTotal;
    private readonly HashSet<Panel> pool = new(new SamePairs());
    private readonly SeededRandom random = new(1);
    private long programmeWork;
    private int searches;
    private bool isImpossible;

    /// <param name="problem">The numbered problem.</param>
    /// <param name="rules">Its hard rules.</param>
    /// <param name="leastSum">T.</param>
    /// <param name="placePrices">Prices to start from.</param>
    public PanelSearch(AssignmentProblem problem, RuleRows rules, double leastSum, double[] placePrices)
    {
        (this.problem, this.rules) = (problem, rules);
        LeastSum = Math.Max(leastSum, 0);
        choice = new PanelChoice(problem, rules, LeastSum);
        prices = new PanelPrices(problem, choice, problem.Worth);
        leastTotal = problem.A * LeastSum * (1 - 1e-8) - problem.Step - problem.Tolerance;
        prices.Try(placePrices);
    }

    /// <summary>T.</summary>
    public double LeastSum { get; }

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work => choice.Work + programmeWork;

    /// <summary>Stop at the first plan.</summary>
    public bool FirstWillDo { get; init; }

    /// <summary>Prices that prove that no plan reaches T, if there are such.</summary>
    public double[]? Refutation { get; private set; }

    /// <summary>Accept only plans that hang together (<see cref="PlanGraph"/>).</summary>
    public bool MustConnect { get; init; }

    /// <param name="known">A plan known beforehand that has the wanted sums.</param>
    /// <param name="workLimit">After about so much arithmetic no new search is begun.</param>
    public SearchResult Search(IReadOnlyCollection<int>? known, long workLimit)
    {
        var best = known is not null && PlanFigures.Sums(problem, known).Min() >= LeastSum - problem.Tolerance ? new SortedSet<int>(known) : null;
        var total = best is null ? leastTotal : PlanFigures.Total(problem, best);
        if (MustConnect && PlanGraph.Parts(problem, choice.UsablePairs).Count > 1)
        {
            return new SearchResult(null, double.NegativeInfinity, true);
        }

        prices.Improve(total, FirstWillDo || problem.A * problem.R < 5_000 ? 80 : 300);
        Converge(total, known, workLimit * 3 / 4);
        for (var delta = FirstWidth(); prices.Bound >= total && !isImpossible;)
        {
            var isListed = List(delta, MostListed, 1_000, out var panels);
            if (!isListed)
            {
                // Very many equal panels: some of them will do, if a plan of them reaches the bound.
                Scatter(60, Math.Max(delta, problem.Step) / 3);
                panels = [.. pool];
            }

            var programme = new PanelProgramme(problem, panels, prices, problem.HighestWorth);
            var branching = new PanelBranching(problem, rules, programme, Math.Max(workLimit - Work, 0)) 
            {
                FirstWillDo = FirstWillDo,
                MustConnect = MustConnect,
                MostBranches = searches++ == 0 ? 300 : 3_000,
            };
            var result = branching.Search(total);
            programmeWork += programme.Work;
            (best, total) = result.Plan is null ? (best, total) : (result.Plan, PlanFigures.Total(problem, result.Plan));
            if (FirstWillDo && result.Plan is not null)
            {
                return new SearchResult(best, prices.Bound, prices.Bound <= Improved(total));
            }

            var missing = prices.Bound - Improved(total);
            var listBound = result.IsComplete ? double.NegativeInfinity : result.Bound;
            if (missing <= (isListed ? delta : 0) && result.IsComplete)
            {
                break;
            }

            if ((!isListed && result.IsComplete) || Work > workLimit)
            {
                var bound = isListed ? Math.Min(Math.Max(listBound, prices.Bound - delta), prices.Bound) : prices.Bound;
                return new SearchResult(best, best is null ? bound : Math.Max(bound, total), false);
            }

            branching.Links.Where(link => prices.Links.All(other => other.Key != link.Key)).ToList().ForEach(prices.AddLink);
            delta = best is null ? Math.Min(Math.Max(missing, 0), 3 * delta) : Math.Max(missing, delta);
        }

        return new SearchResult(best, best is null ? double.NegativeInfinity : total, true);
    }

    /// <summary>Looks for a plan of some worth at the prices found.</summary>
    public PanelFitting Fitting(double wanted) => new(problem, rules, choice, prices, wanted);

    /// <summary>Totals below this are no improvement.</summary>
    private double Improved(double total) => total + (problem.Step > 0 ? 0.5 * problem.Step : 1e-9 * Math.Max(Math.Abs(total), problem.HighestWorth));

    /// <summary>A width that lists about ten panels for each application, and reaches the next total that is possible at all.</summary>
    private double FirstWidth()
    {
        var delta = 1e-5 * Math.Abs(prices.Bound) / problem.A + problem.Tolerance;
        while (List(delta, 10 * problem.A, 500, out _) && delta < prices.Bound)
        {
            delta *= 1.6;
        }

        return problem.Step > 0 ? Math.Max(delta, prices.Bound - problem.RoundDown(prices.Bound) + problem.Tolerance) : delta;
    }

    /// <summary>The panels within the width of the best of their application. False when there were too many.</summary>
    private bool List(double delta, int most, int mostEach, out List<Panel> panels)
    {
        panels = [];
        var isWhole = true;
        for (var a = 0; a < problem.A && panels.Count <= most; a++)
        {
            isWhole &= choice.List(a, prices.Priced, prices.BestValue[a] - delta, mostEach, panels) && panels.Count <= most;
        }

        return isWhole;
    }

    /// <summary>Adds the best panels after small shifts of every pair's worth, several times over.</summary>
    private void Scatter(int times, double width)
    {
        for (var a = 0; a < problem.A; a++)
        {
            for (var k = 0; k < times; k++)
            {
                if (choice.Best(a, pair => prices.Priced(pair) + width * random.NextUniform(), out _) is { } panel)
                {
                    pool.Add(panel);
                }
            }
        }
    }

    /// <summary>Improves the prices with the programme over a growing pool of panels, until its worth meets the bound.</summary>
    private void Converge(double total, IReadOnlyCollection<int>? known, long workLimit)
    {
        pool.UnionWith((known ?? []).GroupBy(p => p / problem.R).Select(g => new Panel(g.Key, [.. g], g.Sum(p => problem.Worth[p])))
            .Where(panel => panel.Worth >= LeastSum - problem.Tolerance));
        AddNear(40);
        var absence = 10 * problem.HighestWorth * problem.Demand.Max();
        for (var round = 0; round < 60 && prices.Bound >= total && Work < workLimit; round++)
        {
            var (size, programme) = (pool.Count, Relaxation(prices, absence));
            var isAtBound = prices.Bound - programme.Objective < 1e-7 * Math.Abs(prices.Bound) || pool.Count == size;
            if (round == 3 && programme.Absent > 1e-6 && IsProvedImpossible(programme.Prices(), workLimit))
            {
                isImpossible = true;
                return;
            }

            if (!AddBrokenLinks(programme.Shares()) && isAtBound && round > 3)
            {
                return;
            }

            AddNear(5);
        }
    }

    /// <summary>The same without worths: if even then some application must go without a panel, no plan reaches T.</summary>
    private bool IsProvedImpossible(double[] start, long workLimit)
    {
        var slight = 0.01 / (problem.A * problem.HighestWorth);
        var bare = new PanelPrices(problem, choice, [.. problem.Worth.Select(s => slight * s)]);
        prices.Links.ToList().ForEach(bare.AddLink);
        bare.Try([.. start.Select(price => price / start.Max(Math.Abs))]);
        var least = slight * leastTotal;
        for (var round = 0; round < 60 && Work < workLimit; round++)
        {
            var (size, programme) = (pool.Count, Relaxation(bare, 1));
            if (bare.Bound < least - 1e-7 || programme.Absent < 1e-7 || pool.Count == size)
            {
                Refutation = bare.Bound < least - 1e-7 && bare.Links.Count == 0 ? bare.Price : null;
                return bare.Bound < least - 1e-7;
            }
        }

        return false;
    }

    /// <summary>Solves the programme over the pool, tries its prices and mixtures with the best ones, and adds the panels chosen at these.</summary>
    private PanelProgramme Relaxation(PanelPrices by, double absence)
    {
        var programme = new PanelProgramme(problem, [.. pool], by, absence);
        programme.Solve(double.NegativeInfinity, 400_000_000);
        programmeWork += programme.Work;
        var (from, to) = (by.Price, programme.Prices());
        foreach (var share in new[] { 1.0, 0.4, 0.15 })
        {
            pool.UnionWith(by.Try([.. from.Zip(to, (x, y) => x + share * (y - x))]));
        }

        return programme;
    }

    /// <summary>Adds panels close to the best at the present prices; where very many are equal, a varied choice of them.</summary>
    private void AddNear(int each)
    {
        var width = FirstWidth();
        if (!List(width, each * problem.A, each, out var near))
        {
            Scatter(Math.Min(each, 15), Math.Max(width, problem.Step) / 3);
        }

        pool.UnionWith(near);
    }

    private bool AddBrokenLinks(SortedDictionary<int, double> shares)
    {
        var known = prices.Links.Select(link => link.Key).ToHashSet();
        var broken = rules.BrokenBy(pair => shares.GetValueOrDefault(pair), [], shares.Keys).Where(row => known.Add(row.Key)).ToArray();
        Array.ForEach(broken, prices.AddLink);
        return broken.Length > 0;
    }
}
