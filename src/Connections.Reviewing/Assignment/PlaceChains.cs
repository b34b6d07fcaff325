namespace Connections.Reviewing.Assignment;

/// <summary>Mends a plan in which a few reviewers have places too many, where applications have enough to give.</summary>
/// <remarks>
/// An application of the crowded reviewer takes another one, who may be crowded then; one of this one's applications takes a third, and so on to a reviewer with a place left. The shortest
/// such chain is looked for in breadth (an augmenting path: Berge 1957); no application moves twice, and no sum falls below T. Where all sums are squeezed against T there is hardly ever one.
/// </remarks>
/// <param name="problem">The numbered problem.</param>
/// <param name="rules">Its hard rules.</param>
/// <param name="leastSum">T, less rounding.</param>
internal sealed class PlaceChains(AssignmentProblem problem, RuleRows rules, double leastSum)
{
    private readonly (int Application, int From)[] reachedBy = new (int, int)[problem.R];
    private readonly bool[] isReached = new bool[problem.R];
    private readonly Queue<int> queue = [];

    /// <summary>Roughly the number of multiplications so far.</summary>
    public long Work { get; private set; }

    /// <summary>The plan without places too many; empty when some are left, or a rule is broken.</summary>
    public SortedSet<int>? Mend(IEnumerable<int> pairs)
    {
        var plan = new WorkingPlan(problem, rules, pairs);
        for (var r = 0; r < problem.R; r++)
        {
            while (plan.ApplicationsOf[r].Count > problem.MaxLoad[r])
            {
                if (!Relieve(plan, r))
                {
                    return null;
                }
            }
        }

        var isWhole = Enumerable.Range(0, problem.R).All(r => plan.ApplicationsOf[r].Count >= problem.MinLoad[r])
            && Enumerable.Range(0, problem.A).All(a => plan.Trouble(a, leastSum) == 0);
        return isWhole ? plan.Pairs() : null;
    }

    private bool Relieve(WorkingPlan plan, int crowded)
    {
        Array.Clear(isReached);
        queue.Clear();
        queue.Enqueue(crowded);
        isReached[crowded] = true;
        while (queue.TryDequeue(out var from))
        {
            foreach (var a in plan.ApplicationsOf[from])
            {
                if (plan.IsFree(a * problem.R + from) && !HasMoved(a, from, crowded) && Reach(plan, a, from) is var last && last >= 0)
                {
                    Follow(plan, last, crowded);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Notes whom an application could take instead. Returns the first of them with a place left, or −1.</summary>
    private int Reach(WorkingPlan plan, int a, int from)
    {
        var least = leastSum - plan.Sums[a] + problem.Worth[a * problem.R + from];
        for (var r = 0; r < problem.R; r++)
        {
            if (!isReached[r] && problem.MaxLoad[r] > 0 && problem.Worth[a * problem.R + r] >= least && plan.CanTake(a * problem.R + r))
            {
                (isReached[r], reachedBy[r]) = (true, (a, from));
                if (plan.HasRoom(r))
                {
                    return r;
                }

                queue.Enqueue(r);
            }
        }

        Work += problem.R;
        return -1;
    }

    /// <summary>Whether an application moves already on the way to a reviewer.</summary>
    private bool HasMoved(int a, int r, int crowded)
    {
        for (; r != crowded; r = reachedBy[r].From)
        {
            if (reachedBy[r].Application == a)
            {
                return true;
            }
        }

        return false;
    }

    private void Follow(WorkingPlan plan, int last, int crowded)
    {
        for (var r = last; r != crowded; r = reachedBy[r].From)
        {
            plan.Replace(reachedBy[r].Application, reachedBy[r].From, r);
        }
    }
}
