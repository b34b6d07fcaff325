namespace Connections.Reviewing.Assignment;

/// <summary>The assignment with the largest total worth and nothing else asked: an exact minimum-cost flow.</summary>
/// <remarks>
/// Method: successive shortest paths with node prices (Jonker and Volgenant 1987 for several units), one Dijkstra search for each unit of
/// demand, ended at the first reviewer with room. A "spare" application takes up what reviewers have free, so that every reviewer
/// is exactly full and prices need no sign; its places beyond <c>u − l</c> cost a penalty, which holds the lower bounds. An "unmet" reviewer takes
/// demand that cannot be placed at the same penalty: a plan exists exactly if nobody uses penalised places.
/// After the worths of one application change, only its own units are placed again (<see cref="Replace"/>).
/// Ties go to the lower number. Cost: a few microseconds a unit when there is room, never more than units × arcs.
/// </remarks>
public sealed partial class TransportFlow
{
    private readonly AssignmentProblem problem;
    private readonly int spare;
    private readonly int unmet;
    private readonly double penalty;
    private readonly int[] demand;
    private readonly int[] room;
    private readonly int[] demandLeft;
    private readonly int[] roomLeft;
    private readonly List<Arc>[] arcsOf;
    private readonly List<Arc>[] usedBy;
    private readonly double[] applicationPrice;
    private readonly double[] reviewerPrice;
    private readonly double[] distance;
    private readonly bool[] isSettled;
    private readonly Arc?[] reachedBy;
    private readonly List<int> touched = [];
    private readonly PriorityQueue<int, double> queue = new();
    private double nearest;

    /// <param name="problem">The numbered problem.</param>
    /// <param name="candidates">For each application the pairs it may use, fixed pairs left out.</param>
    /// <param name="scale">No worth will ever be larger than this in size; it sets the penalty.</param>
    public TransportFlow(AssignmentProblem problem, IReadOnlyList<IReadOnlyList<int>> candidates, double scale)
    {
        this.problem = problem;
        (spare, unmet) = (problem.A, problem.R);
        penalty = 1e4 * Math.Max(scale, 1e-6);
        demand = [.. problem.Demand, 0];
        room = [.. problem.MaxLoad, 0];
        var minimum = (int[])problem.MinLoad.Clone();
        foreach (var pair in problem.FixedPairs)
        {
            demand[pair / problem.R]--;
            room[pair % problem.R]--;
            minimum[pair % problem.R]--;
        }

        room[unmet] = demand.Sum();
        demand[spare] = room.Sum() - demand.Sum();
        demandLeft = (int[])demand.Clone();
        roomLeft = (int[])room.Clone();
        arcsOf = [.. Enumerable.Range(0, problem.A + 1).Select(_ => new List<Arc>())];
        usedBy = [.. Enumerable.Range(0, problem.R + 1).Select(_ => new List<Arc>())];
        applicationPrice = new double[problem.A + 1];
        reviewerPrice = new double[problem.R + 1];
        distance = new double[problem.R + problem.A + 2];
        isSettled = new bool[distance.Length];
        reachedBy = new Arc?[distance.Length];
        Array.Fill(distance, double.PositiveInfinity);
        for (var r = 0; r < problem.R; r++)
        {
            var held = Math.Clamp(minimum[r], 0, Math.Max(room[r], 0));
            arcsOf[spare].Add(new Arc(spare, r, Math.Max(room[r], 0) - held, 0));
            if (held > 0)
            {
                arcsOf[spare].Add(new Arc(spare, r, held, penalty));
            }
        }

        arcsOf[spare].Add(new Arc(spare, unmet, int.MaxValue, 0));
        for (var a = 0; a < problem.A; a++)
        {
            foreach (var pair in candidates[a])
            {
                arcsOf[a].Add(new Arc(a, pair % problem.R, 1, -problem.Worth[pair]));
            }

            arcsOf[a].Add(new Arc(a, unmet, int.MaxValue, penalty));
        }
    }

    /// <summary>True when every demand is met and every lower bound held.</summary>
    public bool IsFeasible => arcsOf.All(arcs => arcs.All(arc => arc.Flow == 0 || arc.Cost < penalty / 2));

    /// <summary>The applications with demand that could not be placed.</summary>
    public IEnumerable<int> Unserved => Enumerable.Range(0, problem.A).Where(a => arcsOf[a].Any(arc => arc.Reviewer == unmet && arc.Flow > 0));

    /// <summary>Places everything.</summary>
    public void Solve()
    {
        Place(spare);
        for (var a = 0; a < problem.A; a++)
        {
            Place(a);
        }
    }

    /// <summary>Gives one application new worths (same order as its candidates) and places it again; the rest follows where that pays.</summary>
    public void Replace(int a, Func<int, double> worth)
    {
        foreach (var arc in arcsOf[a])
        {
            Release(arc);
            if (arc.Reviewer != unmet)
            {
                arc.Cost = -worth(a * problem.R + arc.Reviewer);
            }
        }

        Place(a);
    }

    /// <summary>Adds candidates to an application, at the given worth, and places it again.</summary>
    public void Extend(int a, IEnumerable<int> pairs, Func<int, double> worth)
    {
        arcsOf[a].AddRange(pairs.Select(pair => new Arc(a, pair % problem.R, 1, 0)));
        Replace(a, worth);
    }

    /// <summary>The assigned pairs, fixed ones included, ascending.</summary>
    public SortedSet<int> Plan()
    {
        var plan = new SortedSet<int>(problem.FixedPairs);
        for (var a = 0; a < problem.A; a++)
        {
            plan.UnionWith(arcsOf[a].Where(arc => arc.Flow > 0 && arc.Reviewer != unmet).Select(arc => a * problem.R + arc.Reviewer));
        }

        return plan;
    }

    /// <summary>The price an application pays for a place with a reviewer; worth above both prices is surplus.</summary>
    public double Surplus(int a, int r, double worth) => worth - applicationPrice[a] + reviewerPrice[r];

    /// <summary>What a place with each reviewer is worth to the plan: zero for the cheapest.</summary>
    public double[] PlacePrices()
    {
        var highest = reviewerPrice.Take(problem.R).Max();
        return [.. reviewerPrice.Take(problem.R).Select(price => highest - price)];
    }

    /// <summary>An upper bound on the worth of any plan over the given pairs, by linear duality; exact for the pairs solved with.</summary>
    public double Bound(Func<int, double> worth)
    {
        var bound = problem.FixedPairs.Sum(worth);
        for (var a = 0; a <= problem.A; a++)
        {
            bound += demand[a] * applicationPrice[a];
        }

        for (var r = 0; r <= problem.R; r++)
        {
            bound -= room[r] * reviewerPrice[r];
        }

        // A real plan uses no penalised place, and spare takes exactly what the unmet reviewer has.
        foreach (var arc in arcsOf[spare].Where(arc => arc.Cost == 0))
        {
            bound += Math.Min(arc.Capacity, room[arc.Reviewer]) * Math.Max(-ReducedCost(arc), 0);
        }

        for (var a = 0; a < problem.A; a++)
        {
            for (var r = 0; r < problem.R; r++)
            {
                var pair = a * problem.R + r;
                if (problem.IsAllowed[pair] && !problem.IsFixed[pair])
                {
                    bound += Math.Max(Surplus(a, r, worth(pair)), 0);
                }
            }
        }

        return bound;
    }

    private void Release(Arc arc)
    {
        if (arc.Flow > 0)
        {
            roomLeft[arc.Reviewer] += arc.Flow;
            demandLeft[arc.Application] += arc.Flow;
            usedBy[arc.Reviewer].Remove(arc);
            arc.Flow = 0;
        }
    }

    private void Place(int a)
    {
        applicationPrice[a] = double.NegativeInfinity;
        foreach (var arc in arcsOf[a])
        {
            applicationPrice[a] = Math.Max(applicationPrice[a], reviewerPrice[arc.Reviewer] - arc.Cost);
        }

        while (demandLeft[a] > 0)
        {
            Augment(a);
        }
    }

    /// <summary>A possible pair (or spare or unmet place) and how often it is used.</summary>
    private sealed class Arc(int application, int reviewer, int capacity, double cost)
    {
        public int Application { get; } = application;

        public int Reviewer { get; } = reviewer;

        public int Capacity { get; } = capacity;

        public double Cost { get; set; } = cost;

        public int Flow { get; set; }
    }
}
