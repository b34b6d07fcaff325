using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>Looks for a plan in which every sum reaches a target, and the total another one, by very many small exchanges at random (threshold accepting).</summary>
/// <remarks>
/// What all sums below the target lack together, and what the total lacks, is the plan's deficit. Two places are drawn; their reviewers change places, or one gives way to a reviewer with a
/// place left. The change is made when the deficit grows by less than a random threshold, and the thresholds fall step by step (Dueck and Scheuer 1990;
/// unlike annealing it needs no exponentials, so every machine gives the same plan). Changes that break a rule are not made. Success is a
/// plan, failure proves nothing. Several short runs reach more than a long one; each has a fixed seed.
/// </remarks>
internal sealed class Annealing
{
    private const int Runs = 4;
    private const int MovesForEachPlace = 16_000;
    private const int MovesForTotals = 48_000;
    private const long MostMoves = 30_000_000;
    private const double WeightOfTotal = 0.5;
    private readonly AssignmentProblem problem;
    private readonly RuleRows rules;
    private readonly double target;
    private readonly double leastTotal;
    private readonly int[] holder;
    private readonly int[] reviewer;
    private readonly int used;
    private readonly List<int>[] panels;
    private readonly bool[] isTaken;
    private readonly double[] sums;
    private readonly int[] loads;
    private readonly Dictionary<(int Judge, int Judged), int> links = [];
    private readonly SeededRandom random;
    private double total;

    private Annealing(AssignmentProblem problem, RuleRows rules, IReadOnlyCollection<int> plan, double target, double leastTotal, ulong seed)
    {
        (this.problem, this.rules, this.target, this.leastTotal, random) = (problem, rules, target, leastTotal, new SeededRandom(seed));
        (sums, loads) = (PlanFigures.Sums(problem, plan), PlanFigures.Loads(problem, plan));
        int[] free = [.. plan.Where(pair => !problem.IsFixed[pair])];
        int[] unused = [.. Enumerable.Range(0, problem.R).SelectMany(r => Enumerable.Repeat(r, problem.MaxLoad[r] - loads[r]))];
        holder = [.. free.Select(pair => pair / problem.R), .. unused.Select(_ => -1)];
        reviewer = [.. free.Select(pair => pair % problem.R), .. unused];
        used = free.Length;
        panels = [.. Enumerable.Range(0, problem.A).Select(_ => new List<int>())];
        isTaken = new bool[problem.A * problem.R];
        foreach (var pair in plan)
        {
            isTaken[pair] = true;
            panels[pair / problem.R].Add(pair % problem.R);
            CountLink(pair, 1);
        }
    }

    /// <summary>A plan in which every sum reaches the target, and the total another one or as much as was found; or nothing.</summary>
    /// <param name="problem">The numbered problem.</param>
    /// <param name="rules">Its hard rules.</param>
    /// <param name="plan">Where every run starts.</param>
    /// <param name="target">What every sum should be at least.</param>
    /// <param name="leastTotal">What the total should be.</param>
    public static SortedSet<int>? Find(
        AssignmentProblem problem, RuleRows rules, IReadOnlyCollection<int> plan, double target, double leastTotal = double.NegativeInfinity)
    {
        (SortedSet<int>? best, var total) = (null, double.NegativeInfinity);
        for (var seed = 1UL; seed <= Runs && (best is null || total < leastTotal - problem.Tolerance); seed++)
        {
            var run = new Annealing(problem, rules, plan, target, leastTotal, seed);
            (best, total) = run.Run() is { } found && run.total > total ? (found, run.total) : (best, total);
        }

        return best;
    }

    private SortedSet<int>? Run()
    {
        var deficit = Deficit();
        var moves = used < 2 ? 0 : Math.Min((double.IsInfinity(leastTotal) ? MovesForEachPlace : MovesForTotals) * (long)used, MostMoves);
        var threshold = 0.0;
        for (var move = 0L; move < moves && deficit > problem.Tolerance; move++)
        {
            if (move % 1024 == 0)
            {
                // From a fiftieth of the highest affinity down to nothing; steeply at first.
                var rest = 1 - (double)move / moves;
                (threshold, deficit) = (0.02 * problem.HighestWorth * rest * rest * rest * rest, Deficit());
            }

            deficit += Move(random.NextIndex(used), random.NextIndex(holder.Length), threshold);
        }

        total = sums.Sum();
        return sums.Sum(Lack) > problem.Tolerance / 2 ? null : [.. panels.SelectMany((panel, a) => panel.Select(r => a * problem.R + r))];
    }

    private double Deficit()
    {
        total = sums.Sum();
        return sums.Sum(Lack) + Missing(total);
    }

    private double Lack(double sum) => sum < target - problem.Tolerance ? target - sum : 0;

    private double Missing(double some) => some < leastTotal - problem.Tolerance ? WeightOfTotal * (leastTotal - some) : 0;

    /// <summary>Lets two places change reviewers if that may be. Returns the change of the deficit.</summary>
    private double Move(int i, int j, double threshold)
    {
        var (a, b, r, q) = (holder[i], holder[j], reviewer[i], reviewer[j]);
        if (a == b || r == q || !CanTake(a * problem.R + q) || (b < 0 ? loads[r] <= problem.MinLoad[r] : !CanTake(b * problem.R + r)))
        {
            return 0;
        }

        var sumA = sums[a] + problem.Worth[a * problem.R + q] - problem.Worth[a * problem.R + r];
        var sumB = b < 0 ? 0 : sums[b] + problem.Worth[b * problem.R + r] - problem.Worth[b * problem.R + q];
        var gain = sumA - sums[a] + (b < 0 ? 0 : sumB - sums[b]);
        var change = Lack(sumA) - Lack(sums[a]) + (b < 0 ? 0 : Lack(sumB) - Lack(sums[b])) + Missing(total + gain) - Missing(total);
        if (change > 3 * threshold || (change > 0 && random.NextUniform() is var u && change >= 3 * threshold * u * u))
        {
            return 0;
        }

        Exchange(a, r, b, q);
        if (IsBroken(a, q) || (b >= 0 && IsBroken(b, r)))
        {
            Exchange(a, q, b, r);
            return 0;
        }

        (reviewer[i], reviewer[j], sums[a], total) = (q, r, sumA, total + gain);
        if (b >= 0)
        {
            sums[b] = sumB;
        }

        return change;
    }

    private bool CanTake(int pair) => problem.IsAllowed[pair] && !isTaken[pair];

    /// <summary>r leaves a for b, whose q comes to a; b may be nobody.</summary>
    private void Exchange(int a, int r, int b, int q)
    {
        Replace(a, r, q);
        if (b >= 0)
        {
            Replace(b, q, r);
            return;
        }

        loads[r]--;
        loads[q]++;
    }

    private void Replace(int a, int from, int to)
    {
        panels[a][panels[a].IndexOf(from)] = to;
        (isTaken[a * problem.R + from], isTaken[a * problem.R + to]) = (false, true);
        CountLink(a * problem.R + from, -1);
        CountLink(a * problem.R + to, 1);
    }

    private bool IsBroken(int a, int newcomer) => rules.CountBroken(a, panels[a]) > 0
        || (links.Count > 0 && rules.Link(a * problem.R + newcomer) is { } link && links.GetValueOrDefault((link.Judged, link.Judge)) > 0);

    private void CountLink(int pair, int change)
    {
        if (rules.Link(pair) is { } link)
        {
            links[link] = links.GetValueOrDefault(link) + change;
        }
    }
}
