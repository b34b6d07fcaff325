using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>Looks for a plan of listed panels, worth almost as much as prices allow, by very many changes at random.</summary>
/// <remarks>
/// Every application holds one of its listed panels, but more may want a reviewer than there are places. One application after another, often
/// one that holds a crowded reviewer, tries another of its panels. What counts are the places too many (also those missing to a least load, and links used
/// against each other), and the value lost against the best panel. All plans of a wanted worth lose the same in sum, the slack between that worth and the bound of the prices; so a loss weighs
/// more while the sum is above most of the slack and less while it is below. A change for the worse by x is made with probability e^(−x/temperature)
/// (Metropolis 1953; Kirkpatrick, Gelatt, Vecchi 1983). Success is a plan, failure proves nothing. Chance has a fixed seed, limits count changes.
/// </remarks>
internal sealed class PanelExchanges
{
    private const int Steps = 4096;
    private const int Interval = 1024;
    private const double Hot = 0.2;
    private const double Cold = 0.05;
    private const double LargestLoss = 0.3;
    private const double CrowdedFirst = 0.75;
    private const int FewTroubles = 4;

    // Rounded, so that every machine has the same.
    private static readonly double[] Exponential = [.. Enumerable.Range(0, Steps).Select(i => Math.Round(-Math.Log((i + 0.5) / Steps), 6))];
    private readonly AssignmentProblem problem;
    private readonly RuleRows rules;
    private readonly Panel[][] panels;
    private readonly int[][][] needs;
    private readonly double[][] losses;
    private readonly double slack;

    // A plan uses the slack but for what spare places cost. Shares drawn anew again and again lead past the right one.
    private readonly (double Least, double Most) used;
    private readonly int[] at;
    private readonly int[] count;
    private readonly int[] ifMore;
    private readonly int[] ifLess;
    private readonly List<int>[] holders;
    private readonly List<int> crowded = [];
    private readonly Dictionary<(int Judge, int Judged), int> links = [];
    private readonly SeededRandom random = new(1);
    private double weight;
    private double lost;
    private int trouble;

    /// <param name="problem">The numbered problem.</param>
    /// <param name="rules">Its hard rules.</param>
    /// <param name="listed">Panels, at least one of every application.</param>
    /// <param name="priced">What a pair counts after the price of the place.</param>
    /// <param name="slack">The bound at these prices less the worth that is wanted.</param>
    public PanelExchanges(AssignmentProblem problem, RuleRows rules, IEnumerable<Panel> listed, Func<int, double> priced, double slack)
    {
        (this.problem, this.rules, this.slack) = (problem, rules, slack);
        used = problem.MaxLoad.Sum() > problem.Demand.Sum() ? (0.5, 1) : (0.85, 1.05);
        var own = listed.ToLookup(panel => panel.Application);
        panels = [.. Enumerable.Range(0, problem.A).Select(a => own[a].ToArray())];
        needs = [.. panels.Select(few => few.Select(Needs).ToArray())];
        losses = [.. panels.Select(few => Losses([.. few.Select(panel => panel.Pairs.Sum(priced))]))];
        weight = LargestLoss / Math.Max(losses.Average(few => few.Max()), 1e-300);
        count = new int[problem.R + links.Count];
        (ifMore, ifLess) = (new int[problem.R], new int[problem.R]);
        Enumerable.Range(0, problem.R).ToList().ForEach(Foresee);
        holders = [.. Enumerable.Range(0, problem.R).Select(_ => new List<int>())];
        trouble = problem.MinLoad.Sum();
        at = new int[problem.A];
        for (var a = 0; a < problem.A; a++)
        {
            at[a] = random.NextIndex(panels[a].Length);
            trouble += Count(needs[a][at[a]], 1);
            lost += losses[a][at[a]];
            Hold(a, needs[a][at[a]]);
        }
    }

    /// <summary>Changes tried so far.</summary>
    public long Tried { get; private set; }

    /// <summary>A plan, or nothing after so many changes tried.</summary>
    /// <param name="changes">How many.</param>
    /// <param name="mend">Makes a plan of one in which a few reviewers have places too many, if it can.</param>
    /// <param name="pause">Changes between two attempts to mend.</param>
    public SortedSet<int>? Run(long changes, Func<IEnumerable<int>, SortedSet<int>?> mend, long pause)
    {
        var (temperature, next) = (Hot, pause);
        for (Tried = 0; Tried < changes && trouble > 0; Tried++)
        {
            if (Tried % Interval == 0)
            {
                temperature = Hot / (1 + (Hot / Cold - 1) * Tried / changes);
                weight *= lost > (used.Least + (used.Most - used.Least) * random.NextUniform()) * slack ? 1.02 : 0.98;
                if (trouble <= FewTroubles && Tried >= next)
                {
                    next = Tried + pause;
                    if (mend(Plan()) is { } mended)
                    {
                        return mended;
                    }
                }
            }

            var a = Next();
            Change(a, random.NextIndex(panels[a].Length), temperature);
        }

        return trouble > 0 ? null : [.. Plan()];
    }

    private IEnumerable<int> Plan() => panels.SelectMany((few, a) => few[at[a]].Pairs);

    private static double[] Losses(double[] values) => [.. values.Select(value => values.Max() - value)];

    private int Next()
    {
        if (crowded.Count > 0 && random.NextUniform() < CrowdedFirst)
        {
            var among = holders[crowded[random.NextIndex(crowded.Count)]];
            return among[random.NextIndex(among.Count)];
        }

        return random.NextIndex(problem.A);
    }

    private void Change(int a, int k, double temperature)
    {
        if (k == at[a])
        {
            return;
        }

        var (old, other, dearer) = (needs[a][at[a]], needs[a][k], losses[a][k] - losses[a][at[a]]);
        var worse = weight * dearer + (links.Count > 0 ? Exact(old, other) : More(old, other));
        if (worse > 0 && worse > temperature * Exponential[random.NextIndex(Steps)])
        {
            return;
        }

        trouble += Count(old, -1) + Count(other, 1);
        LetGo(a, old);
        Hold(a, other);
        (at[a], lost) = (k, lost + dearer);
    }

    /// <summary>By how much the trouble would change, without links: from what one place less or more with each reviewer changes.</summary>
    private int More(int[] old, int[] other)
    {
        var more = 0;
        foreach (var i in old)
        {
            more += ifLess[i];
        }

        foreach (var i in other)
        {
            more += ifMore[i];
            foreach (var j in old)
            {
                // Who is on both panels keeps the place.
                more -= i == j ? ifLess[i] + ifMore[i] : 0;
            }
        }

        return more;
    }

    private int Exact(int[] old, int[] other)
    {
        var more = Count(old, -1) + Count(other, 1);
        Count(other, -1);
        Count(old, 1);
        return more;
    }

    /// <summary>The reviewers of a panel, and numbers for its links behind them; a link and its opposite are neighbours.</summary>
    private int[] Needs(Panel panel)
    {
        List<int> own = [.. panel.Pairs.Select(pair => pair % problem.R)];
        foreach (var link in panel.Pairs.Select(rules.Link).OfType<(int Judge, int Judged)>())
        {
            if (!links.TryGetValue(link, out var number))
            {
                number = problem.R + links.Count;
                links.Add(link, number);
                links.Add((link.Judged, link.Judge), number + 1);
            }

            own.Add(number);
        }

        return [.. own];
    }

    /// <summary>Counts what a panel needs in or out. Returns by how much the trouble changes.</summary>
    private int Count(int[] some, int by)
    {
        var change = 0;
        foreach (var i in some)
        {
            change -= Wrong(i);
            count[i] += by;
            change += Wrong(i);
            Foresee(i);
        }

        return change;
    }

    private void Foresee(int i)
    {
        if (i < problem.R)
        {
            (ifMore[i], ifLess[i]) = (count[i] >= problem.MaxLoad[i] ? 1 : count[i] < problem.MinLoad[i] ? -1 : 0,
                count[i] > problem.MaxLoad[i] ? -1 : count[i] <= problem.MinLoad[i] ? 1 : 0);
        }
    }

    private int Wrong(int i)
    {
        if (i >= problem.R)
        {
            return Math.Min(count[i], count[problem.R + ((i - problem.R) ^ 1)]);
        }

        return count[i] > problem.MaxLoad[i] ? count[i] - problem.MaxLoad[i] : count[i] < problem.MinLoad[i] ? problem.MinLoad[i] - count[i] : 0;
    }

    private void Hold(int a, int[] some)
    {
        foreach (var r in some)
        {
            if (r < problem.R)
            {
                holders[r].Add(a);
                if (holders[r].Count == problem.MaxLoad[r] + 1)
                {
                    crowded.Add(r);
                }
            }
        }
    }

    private void LetGo(int a, int[] some)
    {
        foreach (var r in some)
        {
            if (r < problem.R)
            {
                holders[r].Remove(a);
                if (holders[r].Count == problem.MaxLoad[r])
                {
                    crowded.Remove(r);
                }
            }
        }
    }
}
