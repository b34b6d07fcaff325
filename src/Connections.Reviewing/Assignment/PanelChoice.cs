namespace Connections.Reviewing.Assignment;

/// <summary>A panel: all reviewers of one application.</summary>
/// <param name="Application">Its number.</param>
/// <param name="Pairs">Ascending pair numbers.</param>
/// <param name="Worth">Σ s.</param>
internal sealed record Panel(int Application, int[] Pairs, double Worth);

/// <summary>Two panels are the same when their pairs are.</summary>
internal sealed class SamePairs : IEqualityComparer<Panel>
{
    public bool Equals(Panel? x, Panel? y) => x!.Pairs.AsSpan().SequenceEqual(y!.Pairs);

    public int GetHashCode(Panel panel) => panel.Pairs.Aggregate(17, (hash, pair) => unchecked(hash * 1_000_003 + pair));
}

/// <summary>Finds, for one application, the best panel or all good panels when every reviewer has a price.</summary>
/// <remarks>
/// A panel holds d reviewers, the fixed ones among them; its sum is at least T; it keeps the rules that concern the application alone.
/// Its value is <c>Σ (s − price)</c>. Method: for a panel that reaches T, value ≤ Σ (s − price + λs) − λT, whatever λ ≥ 0; λ is chosen so that this bound is
/// least. On the way to it panels are met that reach T, and the best of them says how valuable a better one must be. Only reviewers with whom a panel can be so valuable
/// are shortlisted; panels of these are searched in order of <c>s − price + λs</c>, depth first, and a branch is left when even the next best
/// reviewers would bring too little. Where no rule concerns the application, the best panel needs no reviewer beside whom d others have both at least that affinity and at least that value; usually all but
/// a dozen are put aside so. Equal panels are told apart by the order of pair numbers.
/// </remarks>
internal sealed partial class PanelChoice
{
    private const int MostLines = 30;
    private readonly AssignmentProblem problem;
    private readonly RuleRows rules;
    private readonly int[] usable;
    private readonly int[][] kept;
    private readonly double[] lambda;

    // By place in the list of the application's free reviewers that come into question, who are in order of affinity, best first.
    private readonly int[] free;
    private readonly double[] worth;
    private readonly double[] value;
    private readonly int[] byWorth;
    private readonly double[] key;
    private readonly int[] order;
    private readonly int[] top;
    private readonly double[] topKey;
    private readonly int[] taken;
    private readonly int[] leaders;
    private bool hasLeaders;
    private int places;
    private int count;
    private int shortlisted;
    private double ownValue;
    private double ownSum;
    private double bar;
    private double lift;
    private double rounding;
    private int found;
    private int limit;
    private long stopAt;
    private List<Panel>? list;
    private Panel? best;

    public PanelChoice(AssignmentProblem problem, RuleRows rules, double leastSum)
    {
        (this.problem, this.rules) = (problem, rules);
        Needed = leastSum - problem.Tolerance;
        kept = [.. Enumerable.Range(0, problem.A).Select(a => Row(a).Where(p => problem.IsFixed[p]).ToArray())];
        usable = [.. Enumerable.Range(0, problem.A).Select(Usable)];
        lambda = new double[problem.A];
        (free, worth, value) = (new int[problem.R], new double[problem.R], new double[problem.R]);
        (key, order, byWorth) = (new double[problem.R], new int[problem.R], new int[problem.R]);
        var most = Enumerable.Range(0, problem.A).Max(a => problem.Demand[a] - kept[a].Length) + 1;
        (top, topKey, taken, leaders) = (new int[most], new double[most], new int[most], new int[problem.R * most]);
    }

    /// <summary>T, less rounding.</summary>
    public double Needed { get; }

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work { get; private set; }

    /// <summary>False after a search that was cut short; its result is then not complete.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>What a unit of application a's sum was worth when it was asked last (λ).</summary>
    public double Multiplier(int a) => lambda[a];

    /// <summary>All pairs that some panel may use.</summary>
    public int[] UsablePairs => [.. kept.SelectMany(pairs => pairs), .. usable.SelectMany((many, a) => problem.Ranked(a).Take(many))];

    /// <summary>The panel of the highest value; empty when there is none (or none was found: see <see cref="IsComplete"/>).</summary>
    /// <param name="a">The application.</param>
    /// <param name="priced">s − price by pair number.</param>
    /// <param name="bound">No panel has a higher value than this.</param>
    public Panel? Best(int a, Func<int, double> priced, out double bound)
    {
        list = null;
        bound = Prepare(a, priced, double.NegativeInfinity);
        Search(a, int.MaxValue);
        bound = IsComplete ? best is null ? double.NegativeInfinity : bar : bound;
        return best;
    }

    /// <summary>Adds every panel whose value is at least <paramref name="least"/>, at most <paramref name="limit"/> of them. False when there were more.</summary>
    public bool List(int a, Func<int, double> priced, double least, int limit, List<Panel> into)
    {
        list = into;
        Prepare(a, priced, least);
        Search(a, limit);
        return IsComplete && found <= limit;
    }

    private IEnumerable<int> Row(int a) => Enumerable.Range(a * problem.R, problem.R).Where(p => problem.IsAllowed[p]);

    /// <summary>How many pairs, best affinity first, can be part of a panel at all: beside the best others they reach T.</summary>
    private int Usable(int a)
    {
        var (own, left) = (problem.Ranked(a), problem.Demand[a] - kept[a].Length);
        var others = kept[a].Sum(p => problem.Worth[p]) + own.Take(left - 1).Sum(p => problem.Worth[p]);
        var (low, high) = (0, left <= 0 ? 0 : own.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = others + problem.Worth[own[middle]] >= Needed ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Shortlists the reviewers of panels that may have some value at least; returns the bound on a panel's value.</summary>
    private double Prepare(int a, Func<int, double> priced, double least)
    {
        (count, shortlisted, places) = (0, 0, problem.Demand[a] - kept[a].Length);
        (ownValue, ownSum) = (kept[a].Sum(priced), kept[a].Sum(p => problem.Worth[p]));
        (best, bar) = (null, least);
        Choose(a, priced);
        if (count < places || places < 0 || HighestSum().Sum < Needed)
        {
            return double.NegativeInfinity;
        }

        lambda[a] = Lambda(a);
        lift = ownValue + lambda[a] * (ownSum - Needed);
        OfferChanged(a);
        Shortlist(a);
        return lift + topKey.Take(places).Sum();
    }

    /// <summary>Notes affinity and value of the reviewers that come into question.</summary>
    private void Choose(int a, Func<int, double> priced)
    {
        var (isAnyone, leading) = (list is not null || rules.IsBound(a), 0);
        foreach (var pair in problem.Ranked(a).AsSpan(0, usable[a]))
        {
            var own = priced(pair);
            if (!isAnyone)
            {
                if (!Enter(own, count, ref leading))
                {
                    continue;
                }
            }

            (free[count], worth[count], value[count]) = (pair, problem.Worth[pair], own);
            count++;
        }

        Work += 2L * usable[a] + 10L * leading;
    }

    /// <summary>Puts aside, in order, the reviewers with whom a panel can be good enough.</summary>
    private void Shortlist(int a)
    {
        var (others, size) = (lift, Math.Abs(lift));
        for (var k = 0; k < places; k++)
        {
            (others, size) = (others + (k + 1 < places ? topKey[k] : 0), size + Math.Abs(topKey[k]));
        }

        // The best panel need only be found once; of listed panels those that are just good enough count as well.
        rounding = list is null ? 1e-12 * size : -1e-12 * size;
        var least = bar - others + rounding;
        for (var i = 0; i < count; i++)
        {
            if (value[i] + lambda[a] * worth[i] is var own && own >= least)
            {
                (key[shortlisted], order[shortlisted], byWorth[shortlisted]) = (-own, i, i);
                shortlisted++;
            }
        }

        Work += count + 15L * shortlisted;
        Array.Sort(key, order, 0, shortlisted);
        for (var i = 0; i < shortlisted; i++)
        {
            key[i] = -key[i];
        }
    }
}
