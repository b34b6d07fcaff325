namespace Connections.Reviewing.Assignment;

/// <summary>Applications that need more reviews than their reviewers can give, by number; none of them could be left out.</summary>
/// <param name="Applications">Those whose demands clash.</param>
/// <param name="Reviewers">Those who may take any of them, whether or not they have a place left.</param>
/// <param name="Need">Σ demand.</param>
/// <param name="Room">What the reviewers can give them.</param>
/// <param name="IsByConflicts">False if it were the same without any conflict.</param>
/// <param name="Anchors">Anchors that take places without which there would be room.</param>
/// <param name="FixedPairs">The same for pairs fixed elsewhere.</param>
/// <param name="Limited">Reviewers whose limit has a part in it.</param>
/// <param name="IsBesideOthers">True when limits that have a part in an earlier clash were left out of the count.</param>
internal sealed record CapacityClash(
    int[] Applications, int[] Reviewers, int Need, int Room, bool IsByConflicts, int[] Anchors, int[] FixedPairs, int[] Limited, bool IsBesideOthers);

/// <summary>Finds sets of applications whose demands cannot be met together, whatever the rules and least loads.</summary>
/// <remarks>
/// By Hall's condition a set S cannot be served exactly if <c>Σ d_a &gt; Σ_r min(u_r − o_r, k_r)</c> (u: limit, o: places of r with anchors and pairs fixed
/// outside S, k: applications of S that r may take) for it or a part of it. A largest flow leaves some demand unmet; what an unmet application
/// reaches along exchanges is such a set. Single applications are tried first, then pairs, then applications are left out as long as the rest
/// still clash, so that no application named could be spared. A clash found is taken away, with the limits that have a part in it, and the search goes on: what it finds next shares neither.
/// </remarks>
internal sealed class CapacityClashes
{
    private const int PairLimit = 200;
    private readonly AssignmentProblem problem;
    private readonly PlaceFlow flow;
    private readonly int[] limit;
    private readonly int[] held;

    /// <summary>The demand less what is met by pairs that are fixed though not allowed (<see cref="RulePlaces"/> has such).</summary>
    private readonly int[] need;

    public CapacityClashes(AssignmentProblem problem)
    {
        this.problem = problem;
        limit = (int[])problem.MaxLoad.Clone();
        held = new int[problem.R];
        need = (int[])problem.Demand.Clone();
        foreach (var pair in problem.FixedPairs)
        {
            held[pair % problem.R]++;
            need[pair / problem.R] -= problem.IsAllowed[pair] ? 0 : 1;
        }

        flow = new PlaceFlow(problem);
    }

    /// <summary>Independent clashes, single applications first.</summary>
    public IEnumerable<CapacityClash> All()
    {
        flow.Serve();
        while (flow.Unmet() is { Count: > 0 } unmet)
        {
            var clash = Describe(Smallest(unmet));
            yield return clash;
            Array.ForEach(clash.Applications, flow.Drop);
            foreach (var r in clash.Limited)
            {
                limit[r] += problem.A;
                flow.Widen(r, problem.A);
            }

            flow.Serve();
        }
    }

    private int[] Smallest(List<int> unmet)
    {
        if (unmet.Where(a => Clash([a])).Take(1).ToArray() is { Length: 1 } single)
        {
            return single;
        }

        var reached = flow.Reached(unmet);
        return PairOf(reached) ?? Shrink(flow.Reached(unmet[..1]));
    }

    private int[]? PairOf(List<int> applications) => applications.Count > PairLimit ? null
        : applications.SelectMany((a, i) => applications.Skip(i + 1).Select(b => new[] { a, b })).FirstOrDefault(Clash);

    /// <summary>Leaves out one application after the other, the last first, where the rest still clash.</summary>
    private int[] Shrink(List<int> clashing)
    {
        var part = new PlaceFlow(problem, clashing, limit);
        part.Serve();
        foreach (var a in clashing.OrderDescending())
        {
            if (part.IsActive(a))
            {
                part.Drop(a);
                part.Serve();
                if (part.Unmet() is { Count: > 0 } unmet)
                {
                    part.Keep(part.Reached(unmet[..1]));
                }
                else
                {
                    part.Restore(a);
                }
            }
        }

        return [.. clashing.Where(part.IsActive).Order()];
    }

    private bool Clash(int[] some) => some.Sum(a => need[a]) > Room(some, withConflicts: true, PlacesLeft(some));

    /// <summary>What reviewers have left for some applications, beside what is held for others, or by a pair that does not serve the demand.</summary>
    private int[] PlacesLeft(int[] some)
    {
        var left = new int[problem.R];
        for (var r = 0; r < problem.R; r++)
        {
            left[r] = limit[r] - held[r] + some.Count(a => problem.IsFixed[a * problem.R + r] && problem.IsAllowed[a * problem.R + r]);
        }

        return left;
    }

    private int Takes(int[] some, bool withConflicts, int r) => withConflicts ? some.Count(a => problem.IsAllowed[a * problem.R + r]) : some.Length;

    private int Room(int[] some, bool withConflicts, int[] left) =>
        Enumerable.Range(0, problem.R).Sum(r => Given(left[r], Takes(some, withConflicts, r)));

    private static int Given(int left, int takes) => Math.Min(Math.Max(left, 0), takes);

    /// <summary>Tells what else has a part in the clash, leaving out conflicts, fixed pairs and anchors one after the other where it clashes without them.</summary>
    private CapacityClash Describe(int[] some)
    {
        var wanted = some.Sum(a => need[a]);
        var left = PlacesLeft(some);
        var byConflicts = Room(some, withConflicts: false, left) >= wanted;
        var takes = Enumerable.Range(0, problem.R).Select(r => Takes(some, byConflicts, r)).ToArray();
        var room = Enumerable.Range(0, problem.R).Sum(r => Given(left[r], takes[r]));
        bool CanSpare(IReadOnlyCollection<int> reviewers)
        {
            var more = reviewers.Sum(r => Given(left[r] + 1, takes[r]) - Given(left[r], takes[r]));
            if (room + more >= wanted)
            {
                return false;
            }

            room += more;
            foreach (var r in reviewers)
            {
                left[r]++;
            }

            return true;
        }

        var elsewhere = problem.FixedPairs.Where(p => !problem.IsAllowed[p] || Array.BinarySearch(some, p / problem.R) < 0).ToLookup(p => problem.IsAnchor[p / problem.R]);
        var pairs = elsewhere[false].Where(p => !CanSpare([p % problem.R])).ToArray();
        var anchors = elsewhere[true].GroupBy(p => p / problem.R).Where(g => !CanSpare([.. g.Select(p => p % problem.R)])).Select(g => g.Key).ToArray();
        var able = Enumerable.Range(0, problem.R).Where(r => limit[r] > 0 && takes[r] > 0).ToArray();
        return new CapacityClash(some, able, wanted, room, byConflicts, anchors, pairs, [.. able.Where(r => left[r] < takes[r])], able.Any(r => limit[r] > problem.MaxLoad[r]));
    }
}
