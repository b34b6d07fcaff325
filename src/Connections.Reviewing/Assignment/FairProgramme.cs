namespace Connections.Reviewing.Assignment;

/// <summary>The assignment as a linear programme whose rows are added only when something breaks them.</summary>
/// <remarks>
/// One column x between 0 and 1 for each allowed pair (fixed pairs at 1), worth s. Rows: each application's demand, each reviewer's
/// bounds; and, once broken, an application's sum <c>Σ s·x ≥ T</c>, a hard rule (<see cref="RuleRows"/>), or a cut that asks for a link out of a
/// set that stands alone. T is one number shared by all sum rows (the marked rows of <see cref="DualSimplex"/>).
/// </remarks>
internal sealed class FairProgramme
{
    private readonly AssignmentProblem problem;
    private readonly RuleRows rules;
    private readonly Dictionary<int, int> columnOf = [];
    private readonly DualSimplex simplex;
    private readonly double[] lows;
    private readonly double[] highs;
    private readonly int[] sumRow;
    private readonly HashSet<string> known = [];
    private readonly List<(int Row, double LeastSum, int AtMost)> cuts = [];

    public FairProgramme(AssignmentProblem problem, RuleRows rules)
    {
        this.problem = problem;
        this.rules = rules;
        Pairs = [.. Enumerable.Range(0, problem.A * problem.R).Where(p => problem.IsAllowed[p])];
        for (var k = 0; k < Pairs.Length; k++)
        {
            columnOf[Pairs[k]] = k;
        }

        lows = [.. Pairs.Select(p => problem.IsFixed[p] ? 1.0 : 0)];
        highs = [.. Pairs.Select(_ => 1.0)];
        simplex = new DualSimplex([.. Pairs.Select(Cost)], lows, highs);
        sumRow = Enumerable.Repeat(-1, problem.A).ToArray();
        for (var a = 0; a < problem.A; a++)
        {
            AddRow(Row(a), problem.Demand[a], problem.Demand[a]);
        }

        for (var r = 0; r < problem.R; r++)
        {
            AddRow(Enumerable.Range(0, problem.A).Select(a => a * problem.R + r), problem.MinLoad[r], problem.MaxLoad[r]);
        }
    }

    /// <summary>The pair number of each column.</summary>
    public int[] Pairs { get; }

    public long Work => simplex.Work;

    public double Objective => Pairs.Select((p, k) => problem.Worth[p] * simplex.Value(k)).Sum();

    /// <summary>T, or minus infinity when sums are free.</summary>
    public double LeastSum { get; private set; } = double.NegativeInfinity;

    /// <summary>Names of the hard rules that were broken on the way and so had to be made rows.</summary>
    public SortedSet<string> Binding { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether broken <see cref="SumCuts"/> are added; not while T itself is being looked for.</summary>
    public bool UsesCuts { get; set; }

    public double Value(int column) => simplex.Value(column);

    public double ReducedCost(int column) => simplex.ReducedCost(column);

    public bool IsFixed(int column) => lows[column] >= highs[column];

    public void SetBounds(int column, double low, double high)
    {
        (lows[column], highs[column]) = (low, high);
        simplex.SetBounds(column, low, high);
    }

    public void SetLeastSum(double value)
    {
        LeastSum = value;
        foreach (var row in sumRow.Where(row => row >= 0))
        {
            simplex.SetRowLow(row, Math.Max(value, 0));
        }

        foreach (var (row, leastSum, atMost) in cuts)
        {
            simplex.SetRowHigh(row, value >= leastSum ? atMost : problem.R);
        }
    }

    /// <summary>Solves, adds every row the solution breaks, and solves again until it breaks none.</summary>
    public LinearOutcome Solve(double cutoff, long workLimit)
    {
        while (true)
        {
            var outcome = simplex.Solve(cutoff, workLimit);
            if (outcome != LinearOutcome.Optimal || !AddBroken())
            {
                return outcome;
            }
        }
    }

    /// <summary>The largest T the linear programme allows, at most the given one; empty if not even sums of zero are possible.</summary>
    /// <remarks>Each proof of infeasibility says how far T must fall at least to escape it (Newton's method); a few steps suffice.</remarks>
    public double? HighestLeastSum(double start, long workLimit)
    {
        var target = start;
        while (true)
        {
            SetLeastSum(target);
            switch (Solve(double.NegativeInfinity, workLimit))
            {
                case LinearOutcome.Optimal:
                    return target;
                case LinearOutcome.Abandoned:
                    return target;
                case LinearOutcome.Infeasible when simplex.ProofSlope < 1e-9 || target <= 0:
                    return null;
                case LinearOutcome.Infeasible:
                    target -= Math.Max(simplex.ProofDeficit / simplex.ProofSlope, problem.Tolerance);
                    target = Math.Max(target, 0);
                    break;
            }
        }
    }

    /// <summary>Asks for a link between each separate part of the plan and the rest.</summary>
    public bool AddCuts(IReadOnlyCollection<int> plan)
    {
        var parts = PlanGraph.Parts(problem, plan);
        if (parts.Count < 2)
        {
            return false;
        }

        foreach (var (applications, reviewers) in parts)
        {
            var crossing = Pairs.Where(p => applications.Contains(p / problem.R) != reviewers.Contains(p % problem.R)).ToArray();
            AddRow(crossing, 1, crossing.Length + 1);
        }

        return true;
    }

    private double Cost(int pair)
    {
        // Equal affinities would let the search turn in circles: a shift far below the step parts them, by pair number.
        var shift = (pair * 2654435761L % 1000003 + 1) / 1000003.0;
        return problem.Worth[pair] + (problem.Step > 0 ? 1e-3 * problem.Step * shift / Math.Max(problem.Demand.Sum(), 1) : 0);
    }

    private bool AddBroken()
    {
        var added = false;
        for (var a = 0; a < problem.A && LeastSum > 0; a++)
        {
            if (sumRow[a] < 0 && Row(a).Sum(p => problem.Worth[p] * ValueOf(p)) < LeastSum - problem.Tolerance)
            {
                sumRow[a] = simplex.AddRow(
                    [.. Row(a).Select(p => (columnOf[p], problem.Worth[p]))], LeastSum, problem.BestSum(a) + problem.HighestWorth + 1, marked: true);
                added = true;
            }

            added |= UsesCuts && sumRow[a] >= 0 && AddCuts(a);
        }

        foreach (var row in rules.BrokenBy(ValueOf).ToArray())
        {
            if (known.Add(row.Key))
            {
                Binding.Add(row.Rule);
                AddRow(row.Pairs, row.Low, row.High);
                added = true;
            }
        }

        return added;
    }

    private bool AddCuts(int a)
    {
        var pairs = Row(a).ToArray();
        var before = cuts.Count;
        foreach (var (weak, atMost) in SumCuts.For(
            pairs, [.. pairs.Select(p => problem.Worth[p])], ValueOf, problem.Demand[a], LeastSum, problem.Tolerance).ToArray())
        {
            if (known.Add($"cut {atMost} {LeastSum:R} {string.Join(',', weak)}"))
            {
                cuts.Add((AddRow(weak, 0, atMost), LeastSum, atMost));
            }
        }

        return cuts.Count > before;
    }

    private IEnumerable<int> Row(int a) => Enumerable.Range(a * problem.R, problem.R).Where(p => problem.IsAllowed[p]);

    private double ValueOf(int pair) => columnOf.TryGetValue(pair, out var column) ? simplex.Value(column) : 0;

    private int AddRow(IEnumerable<int> pairs, double low, double high) =>
        simplex.AddRow([.. pairs.Where(columnOf.ContainsKey).Select(p => (columnOf[p], 1.0))], low, high);
}
