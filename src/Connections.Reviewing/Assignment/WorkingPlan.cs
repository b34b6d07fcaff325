namespace Connections.Reviewing.Assignment;

/// <summary>A plan that can be changed pair by pair, with its sums, loads and broken rules kept up to date.</summary>
internal sealed class WorkingPlan
{
    private readonly RuleRows rules;
    private readonly bool[] isTaken;
    private readonly LinkCounts links;

    public WorkingPlan(AssignmentProblem problem, RuleRows rules, IEnumerable<int> plan)
    {
        Problem = problem;
        (this.rules, links) = (rules, new LinkCounts(rules));
        isTaken = new bool[problem.A * problem.R];
        ReviewersOf = [.. Enumerable.Range(0, problem.A).Select(_ => new List<int>())];
        ApplicationsOf = [.. Enumerable.Range(0, problem.R).Select(_ => new List<int>())];
        Sums = new double[problem.A];
        foreach (var pair in plan)
        {
            Add(pair);
        }
    }

    public AssignmentProblem Problem { get; }

    public List<int>[] ReviewersOf { get; }

    public List<int>[] ApplicationsOf { get; }

    public double[] Sums { get; }

    public bool Has(int pair) => isTaken[pair];

    public SortedSet<int> Pairs() =>
        [.. ReviewersOf.SelectMany((reviewers, a) => reviewers.Select(r => a * Problem.R + r))];

    /// <summary>True when the pair may be given up.</summary>
    public bool IsFree(int pair) => isTaken[pair] && !Problem.IsFixed[pair];

    public bool CanTake(int pair) => Problem.IsAllowed[pair] && !isTaken[pair];

    public bool HasRoom(int r) => ApplicationsOf[r].Count < Problem.MaxLoad[r];

    public bool CanSpare(int r) => ApplicationsOf[r].Count > Problem.MinLoad[r];

    /// <summary>Broken rules of one application, among them reciprocal ones that touch it, and what its sum lacks of T as a share.</summary>
    public double Trouble(int a, double leastSum)
    {
        var lacking = leastSum - Sums[a];
        return rules.CountBroken(a, ReviewersOf[a]) + ReviewersOf[a].Sum(r => links.Opposite(a * Problem.R + r))
            + (lacking > Problem.Tolerance ? lacking / leastSum : 0);
    }

    /// <summary>Replaces reviewer <paramref name="from"/> of an application by <paramref name="to"/>.</summary>
    public void Replace(int a, int from, int to)
    {
        Remove(a * Problem.R + from);
        Add(a * Problem.R + to);
    }

    /// <summary>Lets two applications exchange reviewers.</summary>
    public void Swap(int a, int r, int other, int otherReviewer)
    {
        Replace(a, r, otherReviewer);
        Replace(other, otherReviewer, r);
    }

    private void Add(int pair)
    {
        links.Add(pair, 1);
        isTaken[pair] = true;
        ReviewersOf[pair / Problem.R].Add(pair % Problem.R);
        ApplicationsOf[pair % Problem.R].Add(pair / Problem.R);
        Resum(pair / Problem.R);
    }

    private void Remove(int pair)
    {
        links.Add(pair, -1);
        isTaken[pair] = false;
        ReviewersOf[pair / Problem.R].Remove(pair % Problem.R);
        ApplicationsOf[pair % Problem.R].Remove(pair / Problem.R);
        Resum(pair / Problem.R);
    }

    private void Resum(int a)
    {
        ReviewersOf[a].Sort();
        Sums[a] = ReviewersOf[a].Sum(r => Problem.Worth[a * Problem.R + r]);
    }
}
