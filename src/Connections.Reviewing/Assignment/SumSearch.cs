using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>Looks for a plan in which every sum is at least T, among the panels that are cheap at given prices of places.</summary>
/// <remarks>
/// Near the largest minimum only panels that reach T with cheap places can be part of a plan, a few dozen of each application. They are listed, and
/// <see cref="PanelExchanges"/> fits them together. Where very many are equally cheap, a varied choice of them is listed. Success is a plan, failure proves nothing.
/// </remarks>
internal sealed class SumSearch
{
    private const int Each = 60;
    private const int MostEach = 600;
    private readonly AssignmentProblem problem;
    private readonly RuleRows rules;
    private readonly PanelChoice choice;
    private readonly PanelPrices prices;
    private readonly SeededRandom random = new(1);
    private long spent;

    /// <param name="problem">The numbered problem.</param>
    /// <param name="rules">Its hard rules.</param>
    /// <param name="leastSum">T.</param>
    /// <param name="price">What a place of each reviewer costs.</param>
    public SumSearch(AssignmentProblem problem, RuleRows rules, double leastSum, double[] price)
    {
        (this.problem, this.rules) = (problem, rules);
        choice = new PanelChoice(problem, rules, leastSum);
        prices = new PanelPrices(problem, choice, new double[problem.Worth.Length]);
        prices.Try(price);
    }

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work => choice.Work + spent;

    /// <summary>A plan with the wanted sums; empty when none was found with so many changes.</summary>
    public SortedSet<int>? Find(long changes)
    {
        // Below nothing: no plan can pay for panels that reach T.
        if (prices.Bound < 0)
        {
            return null;
        }

        List<Panel>[] listed = [.. Enumerable.Range(0, problem.A).Select(Cheap)];
        spent += 30 * changes;
        return listed.Any(few => few.Count == 0) ? null
            : new PanelExchanges(problem, rules, listed.SelectMany(few => few), prices.Priced, prices.Bound).Run(changes);
    }

    /// <summary>The cheap panels of an application: within twice what it may lose on average, at least sixty, of very many a varied choice; and some dearer ones.</summary>
    private List<Panel> Cheap(int a)
    {
        List<Panel> cheap = [];
        var (width, isWhole) = (1e-4, true);
        while (isWhole && (cheap.Count < Each || width < 2 * prices.Bound / problem.A) && width < 2)
        {
            width *= 1.5;
            cheap.Clear();
            isWhole = choice.List(a, prices.Priced, prices.BestValue[a] - width, MostEach, cheap);
        }

        var varied = isWhole ? cheap : cheap.Take(1).Concat(Varied(a, width, 2 * Each));
        return [.. varied.Concat(Varied(a, prices.Bound, Each / 4)).Distinct(new SamePairs())];
    }

    /// <summary>Panels that are best after random shifts of every price.</summary>
    private IEnumerable<Panel> Varied(int a, double shift, int count)
    {
        for (var k = 0; k < count; k++)
        {
            if (choice.Best(a, pair => prices.Priced(pair) + shift * random.NextUniform(), out _) is { } panel)
            {
                yield return panel;
            }
        }
    }
}
