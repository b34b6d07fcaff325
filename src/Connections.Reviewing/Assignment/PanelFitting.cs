using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>Looks for a plan worth a wanted amount among the panels that are nearly the best of their application at given prices.</summary>
/// <remarks>
/// What all panels of a plan together lose against the best ones is at most the slack, the bound of the prices less the wanted worth. Near the goal only a few dozen panels of each
/// application lose so little. They are listed, and <see cref="PanelExchanges"/> fits them together. Where very many are equally good, a varied choice
/// of them is listed. Success is a plan, failure proves nothing. Chance has a fixed seed.
/// </remarks>
/// <param name="problem">The numbered problem.</param>
/// <param name="rules">Its hard rules.</param>
/// <param name="choice">Finds panels, which all have the sums asked for.</param>
/// <param name="prices">Prices of places, and what pairs count.</param>
/// <param name="wanted">Worth of the plan.</param>
internal sealed class PanelFitting(AssignmentProblem problem, RuleRows rules, PanelChoice choice, PanelPrices prices, double wanted)
{
    private const int Each = 60;
    private const int MostEach = 600;
    private readonly double scale = Math.Max(prices.Price.Max(Math.Abs), 1e-3 * problem.HighestWorth);
    private readonly double slack = prices.Bound - wanted;
    private readonly SeededRandom random = new(1);
    private readonly long before = choice.Work;
    private long spent;

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work => choice.Work - before + spent;

    /// <summary>Prices of places alone, for plans of which nothing is asked but sums of at least T.</summary>
    public static PanelFitting OfSums(AssignmentProblem problem, RuleRows rules, double leastSum, double[] price)
    {
        var choice = new PanelChoice(problem, rules, leastSum);
        var prices = new PanelPrices(problem, choice, new double[problem.Worth.Length]);
        prices.Try(price);
        return new PanelFitting(problem, rules, choice, prices, 0);
    }

    /// <summary>A plan of the wanted worth, or nearly; empty when none was found with so many changes.</summary>
    public SortedSet<int>? Find(long changes)
    {
        // Below nothing: no plan can be worth so much.
        List<Panel>[] listed = slack < 0 ? [[]] : [.. Enumerable.Range(0, problem.A).Select(Good)];
        if (listed.Any(few => few.Count == 0))
        {
            return null;
        }

        var exchanges = new PanelExchanges(problem, rules, listed.SelectMany(few => few), prices.Priced, slack);
        var chains = new PlaceChains(problem, rules, choice.Needed);
        var pause = Math.Max(problem.Demand.Sum() * (long)problem.R, 20_000);
        var plan = exchanges.Run(changes, pairs => chains.Mend(pairs) is { } mended && IsWanted(mended) ? mended : null, pause);
        spent += 30 * exchanges.Tried + chains.Work;
        return plan;
    }

    private bool IsWanted(SortedSet<int> plan) => wanted <= 0 || PlanFigures.Total(problem, plan) >= wanted;

    /// <summary>The good panels of an application: within twice what it may lose on average, at least sixty, of very many a varied choice; and some that lose more.</summary>
    private List<Panel> Good(int a)
    {
        List<Panel> good = [];
        var (width, isWhole) = (2e-4 * scale, true);
        while (isWhole && (good.Count < Each || width < 2 * slack / problem.A) && width < 4 * scale)
        {
            width *= 1.5;
            good.Clear();
            isWhole = choice.List(a, prices.Priced, prices.BestValue[a] - width, MostEach, good);
        }

        return [.. (isWhole ? good : good.Take(1)).Concat(Varied(a, width, isWhole ? Each / 4 : 2 * Each)).Distinct(new SamePairs())];
    }

    /// <summary>Panels that are best after random shifts of every price, the last shifts as large as the slack.</summary>
    private IEnumerable<Panel> Varied(int a, double least, int count)
    {
        for (var k = 1; k <= count; k++)
        {
            var part = (double)k / count;
            var shift = Math.Max(least, slack * part * part * part * part);
            if (choice.Best(a, pair => prices.Priced(pair) + shift * random.NextUniform(), out _) is { } panel)
            {
                yield return panel;
            }
        }
    }
}
