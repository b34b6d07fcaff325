namespace Connections.Reviewing.Assignment;

/// <summary>An assignment with everything numbered: applications 0…A−1 and reviewers 0…R−1, both in order of identifier.</summary>
/// <remarks>
/// A pair (a, r) has the number <c>a·R + r</c>. Affinities and permissions are stored for all A × R pairs (5,000 × 2,000 takes
/// 90 MB), because a pair without a stated affinity may still be used at affinity zero. Forbidden are the conflicts; an anchor
/// application's demand is the number of reviewers allowed to score it, and all those pairs are fixed.
/// </remarks>
public sealed partial class AssignmentProblem
{
    private const int LargestPanel = 6;
    private readonly int[]?[] ranked;

    public AssignmentProblem(AssignmentCall call)
    {
        Rules = call.Rules;
        Applications = [.. call.Applications.OrderBy(a => a.Id, StringComparer.Ordinal)];
        Reviewers = [.. call.Reviewers.OrderBy(r => r.Id, StringComparer.Ordinal)];
        var applicationNumber = Applications.Select((a, i) => (a.Id, i)).ToDictionary(x => x.Id, x => x.i);
        var reviewerNumber = Reviewers.Select((r, i) => (r.Id, i)).ToDictionary(x => x.Id, x => x.i);
        int Pair(string application, string reviewer) => applicationNumber[application] * R + reviewerNumber[reviewer];

        Worth = new double[A * R];
        IsAllowed = new bool[A * R];
        Array.Fill(IsAllowed, true);
        foreach (var affinity in call.Affinities)
        {
            Worth[Pair(affinity.Application, affinity.Reviewer)] = affinity.Value;
        }

        foreach (var conflict in call.Conflicts)
        {
            IsAllowed[Pair(conflict.Application, conflict.Reviewer)] = false;
        }

        Demand = [.. Applications.Select(a => a.Demand)];
        MinLoad = [.. Reviewers.Select(r => r.MinLoad)];
        MaxLoad = [.. Reviewers.Select(r => r.MaxLoad)];
        FixedPairs = [.. call.Fixed.Select(f => Pair(f.Application, f.Reviewer))];
        IsAnchor = new bool[A];
        foreach (var a in call.Anchors.Select(id => applicationNumber[id]))
        {
            IsAnchor[a] = true;
            var everyone = Enumerable.Range(a * R, R).Where(p => IsAllowed[p]).ToArray();
            FixedPairs.UnionWith(everyone);
            Demand[a] = everyone.Length;
        }

        IsFixed = new bool[A * R];
        foreach (var pair in FixedPairs)
        {
            IsFixed[pair] = true;
        }

        var fixedOf = FixedPairs.ToLookup(pair => pair / R);
        HasSmallPanels = Enumerable.Range(0, A).All(a => Demand[a] - fixedOf[a].Count() <= LargestPanel);
        Step = GranularityOf(Worth);
        HighestWorth = Worth.Length == 0 ? 0 : Worth.Max();
        ranked = new int[A][];
    }

    public ApplicationToReview[] Applications { get; }

    public AvailableReviewer[] Reviewers { get; }

    public HardRules Rules { get; }

    public int A => Applications.Length;

    public int R => Reviewers.Length;

    /// <summary>s(r, a) by pair number.</summary>
    public double[] Worth { get; }

    public bool[] IsAllowed { get; }

    public int[] Demand { get; }

    public int[] MinLoad { get; }

    public int[] MaxLoad { get; }

    public SortedSet<int> FixedPairs { get; }

    /// <summary>The same, by pair number.</summary>
    public bool[] IsFixed { get; }

    public bool[] IsAnchor { get; }

    /// <summary>All affinities are whole multiples of this; zero when there is no such step above 1e-6.</summary>
    public double Step { get; }

    public double HighestWorth { get; }

    /// <summary>What two sums may differ by and still count as equal.</summary>
    public double Tolerance => 1e-9 * Math.Max(HighestWorth, 1e-300);

    /// <summary>Whether no application needs more than six reviewers beside its fixed ones: beyond that there are too many panels to search among.</summary>
    public bool HasSmallPanels { get; }

    /// <summary>The pairs of an application that are neither fixed nor forbidden, best affinity first.</summary>
    public int[] Ranked(int a) => ranked[a] ??= [.. Enumerable.Range(a * R, R).Where(p => IsAllowed[p] && !IsFixed[p]).OrderByDescending(p => Worth[p])];

    /// <summary>The largest sum an application can have if nobody else needed reviewers: its fixed pairs and then its best ones.</summary>
    public double BestSum(int a)
    {
        var own = Enumerable.Range(a * R, R).Where(p => IsAllowed[p]).ToArray();
        var kept = own.Where(FixedPairs.Contains).ToArray();
        var free = own.Where(p => !FixedPairs.Contains(p)).Select(p => Worth[p]).OrderDescending();
        return kept.Sum(p => Worth[p]) + free.Take(Math.Max(Demand[a] - kept.Length, 0)).Sum();
    }

    /// <summary>The least value of a sum that is above <paramref name="value"/> by more than rounding.</summary>
    public double NextAbove(double value) => Step > 0
        ? (Math.Floor(value / Step + 1e-6) + 1) * Step
        : value + Math.Max(100 * Tolerance, 1e-8 * Math.Abs(value));

    /// <summary>The largest possible sum that is not above <paramref name="bound"/>.</summary>
    public double RoundDown(double bound) => Step > 0 ? Math.Floor(bound / Step + 1e-6) * Step : bound;

    private static double GranularityOf(double[] values)
    {
        const double unit = 1e-6;
        var divisor = 0L;
        foreach (var value in values)
        {
            var whole = Math.Round(value / unit);
            if (whole > 1e15 || Math.Abs(value / unit - whole) > 1e-4)
            {
                return 0;
            }

            var (x, y) = (divisor, (long)whole);
            while (y != 0)
            {
                (x, y) = (y, x % y);
            }

            divisor = x;
        }

        return divisor * unit;
    }
}
