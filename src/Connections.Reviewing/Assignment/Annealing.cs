using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>Looks for a plan in which every sum reaches a target, by very many small exchanges at random (threshold accepting).</summary>
/// <remarks>
/// What all sums below the target lack together is the plan's deficit. Two places are drawn; their reviewers change places, or one gives way to a reviewer with a
/// place left. The change is made when the deficit grows by less than a random threshold, and the thresholds fall step by step (Dueck and Scheuer 1990;
/// unlike annealing it needs no exponentials, so every machine gives the same plan). Changes that break a rule are not made. Success is a
/// plan, failure proves nothing. Chance has a fixed seed.
/// </remarks>
internal sealed class Annealing
{
    private const int MovesForEachPlace = 12_000;
    private readonly AssignmentProblem problem;
    private readonly RuleRows rules;
    private readonly double target;
    private readonly int[] holder;
    private readonly int[] reviewer;
    private readonly int used;
    private readonly List<int>[] panels;
    private readonly bool[] isTaken;
    private readonly double[] sums;
    private readonly int[] loads;
    private readonly Dictionary<(int Judge, int Judged), int> links = [];
    private readonly SeededRandom random = new(1);

    public Annealing(AssignmentProblem problem, RuleRows rules, IReadOnlyCollection<int> plan, double target)
    {
        (this.problem, this.rules, this.target) = (problem, rules, target);
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

    /// <summary>A plan that reaches the target, or nothing.</summary>
    public SortedSet<int>? Run()
    {
        var deficit = Deficit();
        var moves = used < 2 ? 0 : (long)MovesForEachPlace * used;
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

        return Deficit() > problem.Tolerance / 2 ? null : [.. panels.SelectMany((panel, a) => panel.Select(r => a * problem.R + r))];
    }

    private double Deficit() => sums.Sum(Lack);

    private double Lack(double sum) => sum < target - problem.Tolerance ? target - sum : 0;

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
        var change = Lack(sumA) - Lack(sums[a]) + (b < 0 ? 0 : Lack(sumB) - Lack(sums[b]));
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

        (reviewer[i], reviewer[j], sums[a]) = (q, r, sumA);
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
