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
/// Its value is <c>Σ (s − price)</c>. Method: reviewers in order of <c>s − price + λ·s</c>, depth first; a branch is left when even the next best
/// reviewers in that order would bring too little (for a panel that reaches T, value ≤ Σ (s − price + λs) − λT, whatever λ ≥ 0). λ is the
/// one that makes this bound smallest, so that little is searched in vain. Ties go to the lower pair number.
/// </remarks>
internal sealed partial class PanelChoice
{
    private readonly AssignmentProblem problem;
    private readonly RuleRows rules;
    private readonly double needed;
    private readonly int[][] free;
    private readonly int[][] kept;
    private readonly double[] lambda;
    private readonly double[] value;
    private readonly double[] key;
    private readonly int[] order;
    private readonly int[] taken;
    private readonly int[] leaders;
    private bool hasLeaders;
    private int places;
    private int count;
    private double bar;
    private double lift;
    private int found;
    private int limit;
    private long stopAt;
    private List<Panel>? list;
    private Panel? best;

    public PanelChoice(AssignmentProblem problem, RuleRows rules, double leastSum)
    {
        (this.problem, this.rules) = (problem, rules);
        needed = leastSum - problem.Tolerance;
        kept = [.. Enumerable.Range(0, problem.A).Select(a => Row(a).Where(p => problem.IsFixed[p]).ToArray())];
        free = [.. Enumerable.Range(0, problem.A).Select(a => Usable(a).OrderByDescending(p => problem.Worth[p]).ThenBy(p => p).ToArray())];
        lambda = new double[problem.A];
        value = new double[problem.R];
        key = new double[problem.R];
        order = new int[problem.R];
        taken = new int[Enumerable.Range(0, problem.A).Max(a => problem.Demand[a] - kept[a].Length) + 1];
        leaders = new int[problem.R * taken.Length];
    }

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work { get; private set; }

    /// <summary>False after a search that was cut short; its result is then not complete.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>All pairs that some panel may use.</summary>
    public int[] UsablePairs => [.. kept.Concat(free).SelectMany(pairs => pairs)];

    /// <summary>The panel of the highest value; empty when there is none (or none was found: see <see cref="IsComplete"/>).</summary>
    /// <param name="a">The application.</param>
    /// <param name="priced">s − price by pair number.</param>
    /// <param name="bound">No panel has a higher value than this.</param>
    public Panel? Best(int a, Func<int, double> priced, out double bound)
    {
        (list, best, bar) = (null, null, double.NegativeInfinity);
        bound = Prepare(a, priced);
        Search(a, double.NegativeInfinity, int.MaxValue);
        bound = IsComplete ? best is null ? double.NegativeInfinity : bar : bound;
        return best;
    }

    /// <summary>Adds every panel whose value is at least <paramref name="least"/>, at most <paramref name="limit"/> of them. False when there were more.</summary>
    public bool List(int a, Func<int, double> priced, double least, int limit, List<Panel> into)
    {
        list = into;
        Prepare(a, priced);
        Search(a, least, limit);
        return IsComplete && found <= limit;
    }

    private IEnumerable<int> Row(int a) => Enumerable.Range(a * problem.R, problem.R).Where(p => problem.IsAllowed[p]);

    /// <summary>Pairs that can be part of a panel at all: beside the best others they reach T.</summary>
    private int[] Usable(int a)
    {
        var own = Row(a).Where(p => !problem.IsFixed[p]).ToArray();
        var left = problem.Demand[a] - kept[a].Length;
        var others = kept[a].Sum(p => problem.Worth[p]) + own.Select(p => problem.Worth[p]).OrderDescending().Take(Math.Max(left - 1, 0)).Sum();
        return left <= 0 ? [] : [.. own.Where(p => others + problem.Worth[p] >= needed)];
    }

    /// <summary>Orders the reviewers; returns the bound on a panel's value.</summary>
    private double Prepare(int a, Func<int, double> priced)
    {
        count = free[a].Length;
        places = problem.Demand[a] - kept[a].Length;
        for (var i = 0; i < count; i++)
        {
            value[free[a][i] % problem.R] = priced(free[a][i]);
        }

        var (ownValue, ownSum) = (kept[a].Sum(priced), kept[a].Sum(p => problem.Worth[p]));
        if (count < places)
        {
            return double.NegativeInfinity;
        }

        lambda[a] = Lambda(a, ownSum);
        lift = ownValue + lambda[a] * (ownSum - needed);
        Sort(a, lambda[a]);
        Work += 30L * count;
        var bound = lift;
        for (var i = 0; i < places; i++)
        {
            bound += key[i];
        }

        return bound;
    }

    /// <summary>The λ ≥ 0 at which the best d reviewers by <c>s − price + λ·s</c> just reach T.</summary>
    private double Lambda(int a, double ownSum)
    {
        if (places == 0 || TopSum(a, 0) + ownSum >= needed)
        {
            return 0;
        }

        var (low, high) = (0.0, Math.Max(2 * lambda[a], 0.5));
        while (TopSum(a, high) + ownSum < needed && high < 1e12)
        {
            (low, high) = (high, 4 * high);
        }

        for (var step = 0; step < 14; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = TopSum(a, middle) + ownSum < needed ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Σ s of the best d free reviewers at a given λ.</summary>
    private double TopSum(int a, double at)
    {
        Work += 2L * count;
        var size = 0;
        for (var i = 0; i < count; i++)
        {
            var pair = free[a][i];
            var worth = value[pair % problem.R] + at * problem.Worth[pair];
            if (size == places && worth <= key[size - 1])
            {
                continue;
            }

            var k = size < places ? size++ : size - 1;
            for (; k > 0 && key[k - 1] < worth; k--)
            {
                (key[k], order[k]) = (key[k - 1], order[k - 1]);
            }

            (key[k], order[k]) = (worth, pair);
        }

        var sum = 0.0;
        for (var k = 0; k < size; k++)
        {
            sum += problem.Worth[order[k]];
        }

        return sum;
    }

    private void Sort(int a, double at)
    {
        for (var i = 0; i < count; i++)
        {
            var pair = free[a][i];
            (order[i], key[i]) = (pair, -(value[pair % problem.R] + at * problem.Worth[pair]));
        }

        Array.Sort(key, order, 0, count);
        for (var i = 0; i < count; i++)
        {
            key[i] = -key[i];
        }
    }
}
