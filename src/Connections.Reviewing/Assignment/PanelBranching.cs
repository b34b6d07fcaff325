namespace Connections.Reviewing.Assignment;

/// <summary>The best plan of listed panels, by branch and bound over <see cref="PanelProgramme"/>.</summary>
/// <remarks>
/// Branching is on a pair, the most undecided first: the panels without it are closed, then those with it. A branch is left when
/// its bound is not above the best plan; panels whose reduced cost shows that they are in no better plan are closed on the way down.
/// Links that a solution breaks become rows. Limits count arithmetic and branches, not time.
/// </remarks>
internal sealed class PanelBranching(AssignmentProblem problem, RuleRows rules, PanelProgramme programme, long workLimit)
{
    private readonly bool[] isOpen = [.. programme.Panels.Select(_ => true)];
    private readonly HashSet<string> known = [];
    private readonly long startedAt = programme.Work;
    private readonly long stopAt = programme.Work + workLimit;
    private SortedSet<int>? best;
    private double cutoff;
    private double openBound = double.NegativeInfinity;
    private bool isCutShort;
    private int branches;

    /// <summary>Stop at the first plan.</summary>
    public bool FirstWillDo { get; init; }

    /// <summary>Accept only plans that hang together (<see cref="PlanGraph"/>).</summary>
    public bool MustConnect { get; init; }

    public int MostBranches { get; init; } = int.MaxValue;

    public long Work => programme.Work - startedAt;

    /// <summary>Links found broken on the way.</summary>
    public List<RuleRow> Links { get; } = [];

    /// <summary>The best plan worth more than <paramref name="above"/>. The result's bound holds for plans of listed panels only.</summary>
    public SearchResult Search(double above)
    {
        cutoff = above;
        programme.ForbidAbsence();
        Explore(double.PositiveInfinity);
        return new SearchResult(best, Math.Max(best is null ? double.NegativeInfinity : cutoff, openBound), !isCutShort && !(FirstWillDo && best is not null));
    }

    private double LeastImprovement => cutoff + (problem.Step > 0 ? 0.5 * problem.Step : 1e-9 * Math.Max(problem.HighestWorth, Math.Abs(cutoff)));

    private bool IsOver => isCutShort || (FirstWillDo && best is not null);

    private void Explore(double parentBound)
    {
        while (true)
        {
            var outcome = programme.Solve(LeastImprovement, stopAt);
            if ((outcome == LinearOutcome.Abandoned && programme.Work > stopAt) || ++branches > MostBranches)
            {
                isCutShort = true;
                openBound = Math.Max(openBound, parentBound);
                return;
            }

            if (outcome != LinearOutcome.Optimal)
            {
                return;
            }

            var shares = programme.Shares();
            if (AddBrokenLinks(shares))
            {
                continue;
            }

            var pair = MostUndecided(shares);
            if (pair >= 0)
            {
                Branch(pair, programme.Objective);
                return;
            }

            var plan = new SortedSet<int>(shares.Keys.Where(p => shares[p] > 0.5));
            if (!MustConnect || !AddBridges(plan))
            {
                Accept(plan);
                return;
            }
        }
    }

    private void Branch(int pair, double bound)
    {
        var aside = Close(Enumerable.Range(0, programme.Panels.Count)
            .Where(k => isOpen[k] && programme.Value(k) < 1e-9 && programme.Loss(k) > bound - LeastImprovement));
        foreach (var with in new[] { true, false })
        {
            if (IsOver)
            {
                openBound = Math.Max(openBound, bound);
                break;
            }

            var closed = Close(programme.ColumnsOf[pair / problem.R].Where(k => isOpen[k] && programme.Panels[k].Pairs.Contains(pair) != with));
            Explore(bound);
            Reopen(closed);
        }

        Reopen(aside);
    }

    private int[] Close(IEnumerable<int> columns)
    {
        int[] closed = [.. columns];
        foreach (var k in closed)
        {
            isOpen[k] = false;
            programme.Open(k, false);
        }

        return closed;
    }

    private void Reopen(int[] columns)
    {
        foreach (var k in columns)
        {
            isOpen[k] = true;
            programme.Open(k, true);
        }
    }

    private void Accept(SortedSet<int> plan)
    {
        var total = PlanFigures.Total(problem, plan);
        if (total > cutoff)
        {
            (best, cutoff) = (plan, total);
        }
    }

    private static int MostUndecided(SortedDictionary<int, double> shares)
    {
        var (chosen, largest) = (-1, 1e-7);
        foreach (var (pair, share) in shares)
        {
            var part = Math.Min(share, 1 - share);
            if (part > largest + 1e-9)
            {
                (chosen, largest) = (pair, part);
            }
        }

        return chosen;
    }

    /// <summary>Asks for a pair between each separate part of a plan and the rest. False when the plan hangs together.</summary>
    private bool AddBridges(SortedSet<int> plan)
    {
        var parts = PlanGraph.Parts(problem, plan);
        foreach (var (applications, reviewers) in parts.Where(_ => parts.Count > 1))
        {
            programme.AddBridge(pair => applications.Contains(pair / problem.R) != reviewers.Contains(pair % problem.R));
        }

        return parts.Count > 1;
    }

    private bool AddBrokenLinks(SortedDictionary<int, double> shares)
    {
        var broken = rules.BrokenBy(pair => shares.GetValueOrDefault(pair), [], shares.Keys).Where(row => known.Add(row.Key)).ToArray();
        foreach (var row in broken)
        {
            Links.Add(row);
            programme.AddLink(row);
        }

        return broken.Length > 0;
    }
}
