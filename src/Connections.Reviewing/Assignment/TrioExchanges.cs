using System.Numerics;
using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>Looks for a plan in which every sum reaches a target, and the total another one, by sharing places of three applications out anew, very many times.</summary>
/// <remarks>
/// What all sums below the target lack together, and what the total lacks, is the plan's deficit. Three applications are drawn, often one of them lacking; or two, and
/// some places that nobody has. Each puts up its places, three of them at most. Of all other ways to share these out, up to 1,679 (<see cref="TrioWays"/>), the best is made unless the
/// deficit grows by more than a random threshold. The thresholds fall step by step (threshold accepting: Dueck and Scheuer 1990; unlike annealing it needs no exponentials, so every machine gives the
/// same plan). Changes that break a rule are not made. Success is a plan, failure proves nothing. Chance has a fixed seed, limits count draws.
/// </remarks>
internal sealed partial class TrioExchanges
{
    private const int Most = 3;
    private const double ShareOfSpare = 0.25;
    private const double ShareOfLacking = 0.5;
    private const double WeightOfTotal = 0.5;
    private const double WeightOfMore = 0.02;
    private const double Hottest = 0.05;
    private const int FewDraws = 300;
    private const int ManyDraws = 1_500;
    private const int MostPlaces = 700;
    private const int IdleDraws = 50;

    // Beyond what rounding makes of equal totals.
    private const double LeastGain = 10;
    private const long WorkOfDraw = 2_500;
    private readonly AssignmentProblem problem;
    private readonly RuleRows rules;
    private readonly double target;
    private readonly double leastTotal;
    private readonly bool mayLack;

    // The reviewers of each application: those fixed, then those put up, then the others.
    private readonly int[][] panels;
    private readonly int[] fixedCount;
    private readonly bool[] isTaken;
    private readonly double[] sums;
    private readonly int[] loads;
    private readonly List<int> lacking;
    private readonly LinkCounts links;
    private readonly SeededRandom random = new(1);
    private double total;
    private int[] spare;

    // Who shares (−1: nobody), the places put up one holder after the other, and where each one's begin.
    private readonly int[] holder = new int[3];
    private readonly int[] place = new int[3 * Most];
    private readonly int[] first = new int[4];
    private readonly int[] twins = new int[3 * Most];
    private readonly double[] worth = new double[3 * Most];
    private readonly double[] least = new double[3];
    private readonly double[][] cost = [.. Enumerable.Range(0, 3).Select(_ => new double[1 << (3 * Most)])];

    private TrioExchanges(AssignmentProblem problem, RuleRows rules, IReadOnlyCollection<int> plan, double target, double leastTotal, bool mayLack)
    {
        (this.problem, this.rules, links) = (problem, rules, new LinkCounts(rules));
        (this.target, this.leastTotal, this.mayLack) = (target - problem.Tolerance, leastTotal - problem.Tolerance, mayLack);
        (sums, loads) = (PlanFigures.Sums(problem, plan), PlanFigures.Loads(problem, plan));
        var own = plan.ToLookup(pair => pair / problem.R);
        panels = [.. Enumerable.Range(0, problem.A).Select(a => own[a].OrderByDescending(pair => problem.IsFixed[pair]).ThenBy(pair => pair).Select(pair => pair % problem.R).ToArray())];
        fixedCount = [.. Enumerable.Range(0, problem.A).Select(a => own[a].Count(pair => problem.IsFixed[pair]))];
        isTaken = new bool[problem.A * problem.R];
        lacking = [.. Enumerable.Range(0, problem.A).Where(a => sums[a] < this.target)];
        (spare, total) = (Spare(), sums.Sum());
        foreach (var pair in plan)
        {
            isTaken[pair] = true;
            links.Add(pair, 1);
        }
    }

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work { get; private set; }

    /// <summary>A plan in which every sum reaches the target, and the total another one or as much as was found; or nothing.</summary>
    /// <param name="problem">The numbered problem.</param>
    /// <param name="rules">Its hard rules.</param>
    /// <param name="plan">Where the search starts; it keeps the rules.</param>
    /// <param name="target">What every sum should be at least.</param>
    /// <param name="leastTotal">What the total should be.</param>
    /// <param name="work">Roughly the number of multiplications.</param>
    public static SortedSet<int>? Find(AssignmentProblem problem, RuleRows rules, IReadOnlyCollection<int> plan, double target, double leastTotal, out long work)
    {
        (SortedSet<int>? best, var most, work) = (null, double.NegativeInfinity, 0);
        foreach (var draws in new[] { FewDraws, ManyDraws })
        {
            if (best is null || most < leastTotal - problem.Tolerance)
            {
                var search = new TrioExchanges(problem, rules, plan, target, leastTotal, mayLack: true);
                search.Cool((long)draws * Math.Min(plan.Count, MostPlaces));
                (best, most) = search.lacking.Count == 0 && search.total > most ? (search.Plan(), search.total) : (best, most);
                work += search.Work;
            }
        }

        return best;
    }

    /// <summary>The plan, bettered as long as changes are found that make the total larger; no sum falls below T.</summary>
    public static SortedSet<int> RaiseTotal(AssignmentProblem problem, RuleRows rules, IReadOnlyCollection<int> plan, double leastSum, out long work)
    {
        var search = new TrioExchanges(problem, rules, plan, leastSum, double.PositiveInfinity, mayLack: false);
        var places = Math.Min(plan.Count, MostPlaces);
        for (var (idle, draws) = (0, 0); idle < IdleDraws * places && draws < ManyDraws * places; idle++, draws++)
        {
            idle = search.Draw(-LeastGain * problem.Tolerance) ? 0 : idle;
        }

        work = search.Work;
        return search.Plan();
    }

    private void Cool(long draws)
    {
        for (var draw = 0L; draw < draws && (lacking.Count > 0 || total < leastTotal); draw++)
        {
            var rest = 1 - (double)draw / draws;
            Draw(Hottest * problem.HighestWorth * rest * random.NextUniform() * random.NextUniform());
        }
    }

    private SortedSet<int> Plan() => [.. panels.SelectMany((panel, a) => panel.Select(r => a * problem.R + r))];

    private int[] Spare() => [.. Enumerable.Range(0, problem.R).Where(r => loads[r] < problem.MaxLoad[r])];

    private double Lack(double sum) => sum >= target ? 0 : mayLack ? target - sum : double.PositiveInfinity;

    /// <summary>Lets three share places out anew, unless the deficit would grow by more than the threshold.</summary>
    private bool Draw(double threshold)
    {
        Work += WorkOfDraw;
        holder[0] = lacking.Count > 0 && random.NextUniform() < ShareOfLacking ? lacking[random.NextIndex(lacking.Count)] : random.NextIndex(problem.A);
        holder[1] = random.NextIndex(problem.A);
        holder[2] = spare.Length > 0 && random.NextUniform() < ShareOfSpare ? -1 : random.NextIndex(problem.A);
        if (holder[0] == holder[1] || holder[0] == holder[2] || holder[1] == holder[2] || !PutUp(0) || !PutUp(1) || !PutUp(2))
        {
            return false;
        }

        NoteTwins();
        var ways = TrioWays.Of(first[1], first[2] - first[1], first[3] - first[2]);
        for (var who = 0; who < 3; who++)
        {
            Price(who, ways);
        }

        return Share(ways, threshold);
    }

    private bool Make(int[] shares)
    {
        for (var who = 0; who < 3; who++)
        {
            Hold(who, shares[who]);
        }

        if (holder.Any(a => a >= 0 && IsBroken(a)))
        {
            for (var who = 0; who < 3; who++)
            {
                Hold(who, Own(who));
            }

            return false;
        }

        spare = holder[2] < 0 ? Spare() : spare;
        return true;
    }

    private void Hold(int who, int share)
    {
        if (holder[who] is var a && a < 0)
        {
            return;
        }

        var put = panels[a].AsSpan(fixedCount[a], first[who + 1] - first[who]);
        foreach (var r in put)
        {
            Count(a * problem.R + r, -1);
        }

        for (var k = 0; share != 0; share &= share - 1)
        {
            put[k] = place[BitOperations.TrailingZeroCount(share)];
            Count(a * problem.R + put[k++], 1);
        }

        var before = sums[a];
        sums[a] = panels[a].Sum(r => problem.Worth[a * problem.R + r]);
        total += sums[a] - before;
        if (before >= target && sums[a] < target)
        {
            lacking.Add(a);
        }
        else if (before < target && sums[a] >= target)
        {
            lacking.Remove(a);
        }
    }

    private bool IsBroken(int a) => rules.CountBroken(a, panels[a]) > 0
        || panels[a].Any(r => links.Opposite(a * problem.R + r) > 0);

    private void Count(int pair, int change)
    {
        isTaken[pair] = change > 0;
        loads[pair % problem.R] += change;
        links.Add(pair, change);
    }
}
