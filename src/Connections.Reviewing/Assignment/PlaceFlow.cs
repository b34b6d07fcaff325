namespace Connections.Reviewing.Assignment;

/// <summary>As many of the demands as can be met at once, worth left aside: a largest flow from applications to reviewers' places.</summary>
/// <remarks>
/// Breadth-first search for one more place at a time, along exchanges (Ford and Fulkerson). Fixed pairs and anchors hold their places. Applications can
/// be taken out and put back, and places added, without beginning anew.
/// </remarks>
internal sealed class PlaceFlow
{
    private readonly AssignmentProblem problem;
    private readonly bool[] isActive;
    private readonly int[] demandLeft;
    private readonly int[] roomLeft;
    private readonly HashSet<int>[] reviewersOf;
    private readonly SortedSet<int>[] applicationsOf;

    public PlaceFlow(AssignmentProblem problem)
        : this(problem, Enumerable.Range(0, problem.A), problem.MaxLoad)
    {
    }

    /// <param name="problem">The numbered problem.</param>
    /// <param name="applications">Those to serve; of the others only what is fixed counts.</param>
    /// <param name="limits">Places by reviewer.</param>
    public PlaceFlow(AssignmentProblem problem, IEnumerable<int> applications, int[] limits)
    {
        this.problem = problem;
        isActive = new bool[problem.A];
        demandLeft = (int[])problem.Demand.Clone();
        roomLeft = (int[])limits.Clone();
        foreach (var pair in problem.FixedPairs)
        {
            demandLeft[pair / problem.R]--;
            roomLeft[pair % problem.R]--;
        }

        foreach (var a in applications.Where(a => !problem.IsAnchor[a]))
        {
            isActive[a] = true;
        }

        reviewersOf = [.. Enumerable.Range(0, problem.A).Select(_ => new HashSet<int>())];
        applicationsOf = [.. Enumerable.Range(0, problem.R).Select(_ => new SortedSet<int>())];
    }

    public bool IsActive(int a) => isActive[a];

    public List<int> Unmet() => [.. Enumerable.Range(0, problem.A).Where(a => isActive[a] && demandLeft[a] > 0)];

    /// <summary>Serves whatever can be served.</summary>
    public void Serve()
    {
        for (var a = 0; a < problem.A; a++)
        {
            if (isActive[a] && demandLeft[a] > 0)
            {
                Fill(a);
            }

            while (isActive[a] && demandLeft[a] > 0 && Search([a]).HasPlace)
            {
            }
        }
    }

    /// <summary>Takes what places are free without any exchange.</summary>
    private void Fill(int a)
    {
        for (var r = 0; r < problem.R && demandLeft[a] > 0; r++)
        {
            if (roomLeft[r] > 0 && MayTake(a, r))
            {
                roomLeft[r]--;
                demandLeft[a]--;
                reviewersOf[a].Add(r);
                applicationsOf[r].Add(a);
            }
        }
    }

    private bool MayTake(int a, int r) => problem.IsAllowed[a * problem.R + r] && !problem.IsFixed[a * problem.R + r] && !reviewersOf[a].Contains(r);

    /// <summary>All applications that could pass on a place to one of the given, these included; call it when all is served that can be.</summary>
    public List<int> Reached(IEnumerable<int> unmet) => [.. Search(unmet).Applications.Order()];

    public void Drop(int a)
    {
        isActive[a] = false;
        foreach (var r in reviewersOf[a])
        {
            applicationsOf[r].Remove(a);
            roomLeft[r]++;
            demandLeft[a]++;
        }

        reviewersOf[a].Clear();
    }

    public void Restore(int a) => isActive[a] = true;

    /// <summary>Drops all but the given ones.</summary>
    public void Keep(IReadOnlyCollection<int> applications)
    {
        foreach (var a in Enumerable.Range(0, problem.A).Where(IsActive).Except(applications).ToArray())
        {
            Drop(a);
        }
    }

    public void Widen(int r, int places) => roomLeft[r] += places;

    private (bool HasPlace, List<int> Applications) Search(IEnumerable<int> from)
    {
        var applications = from.ToList();
        var passedBy = new Dictionary<int, int>();
        var isReached = applications.ToHashSet();
        var open = Enumerable.Range(0, problem.R).ToList();
        var reachedFrom = new int[problem.R];
        for (var k = 0; k < applications.Count && open.Count > 0; k++)
        {
            var a = applications[k];
            var remaining = new List<int>(open.Count);
            foreach (var r in open)
            {
                if (!MayTake(a, r))
                {
                    remaining.Add(r);
                    continue;
                }

                reachedFrom[r] = a;
                if (roomLeft[r] > 0)
                {
                    Pass(r, reachedFrom, passedBy);
                    return (true, applications);
                }

                foreach (var other in applicationsOf[r].Where(isReached.Add))
                {
                    passedBy[other] = r;
                    applications.Add(other);
                }
            }

            open = remaining;
        }

        return (false, applications);
    }

    /// <summary>Gives the free place of a reviewer to the last application of the chain, whose own place goes to the one before, and so on.</summary>
    private void Pass(int r, int[] reachedFrom, Dictionary<int, int> passedBy)
    {
        roomLeft[r]--;
        while (true)
        {
            var a = reachedFrom[r];
            reviewersOf[a].Add(r);
            applicationsOf[r].Add(a);
            if (!passedBy.TryGetValue(a, out var earlier))
            {
                demandLeft[a]--;
                return;
            }

            reviewersOf[a].Remove(earlier);
            applicationsOf[earlier].Remove(a);
            r = earlier;
        }
    }
}
