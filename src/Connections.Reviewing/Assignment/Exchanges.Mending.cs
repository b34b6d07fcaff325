namespace Connections.Reviewing.Assignment;

/// <summary>Mends the few applications that break a rule or stay below T: by a replacement, an exchange, or a replacement and what another application takes instead.</summary>
internal static partial class Exchanges
{
    /// <summary>Mends applications that break a rule or stay below T. True when all are mended.</summary>
    public static bool Mend(WorkingPlan plan, double leastSum)
    {
        for (var round = 0; round < 5; round++)
        {
            var troubled = Enumerable.Range(0, plan.Problem.A).Where(a => plan.Trouble(a, leastSum) > 0).ToArray();
            if (troubled.Length == 0)
            {
                return true;
            }

            if (!troubled.Aggregate(false, (mended, a) => MendOne(plan, a, leastSum) || mended))
            {
                return false;
            }
        }

        return false;
    }

    private static bool MendOne(WorkingPlan plan, int a, double leastSum)
    {
        var problem = plan.Problem;
        var before = plan.Trouble(a, leastSum);
        foreach (var from in plan.ReviewersOf[a].Where(r => plan.IsFree(a * problem.R + r)).OrderBy(r => problem.Worth[a * problem.R + r]).ToArray())
        {
            foreach (var to in Enumerable.Range(0, problem.R).Where(r => plan.CanTake(a * problem.R + r)).OrderByDescending(r => problem.Worth[a * problem.R + r]).ThenBy(r => r).ToArray())
            {
                if (After(plan, a, from, to, leastSum) > before - 1e-9)
                {
                    continue;
                }

                if (plan.HasRoom(to) && plan.CanSpare(from)
                    && Attempt(plan, () => plan.Replace(a, from, to), () => plan.Replace(a, to, from), [a], leastSum))
                {
                    return true;
                }

                foreach (var other in plan.ApplicationsOf[to].Where(b => b != a && plan.IsFree(b * problem.R + to)).ToArray())
                {
                    if (plan.CanTake(other * problem.R + from)
                        && Attempt(plan, () => plan.Swap(a, from, other, to), () => plan.Swap(a, to, other, from), [a, other], leastSum))
                    {
                        return plan.Trouble(a, leastSum) < before;
                    }

                    var third = plan.ReviewersOf[other].Count == 0 ? -1 : ThirdReviewer(plan, a, from, other, to, leastSum);
                    if (third >= 0)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The trouble an application would have with another reviewer in the place of one.</summary>
    private static double After(WorkingPlan plan, int a, int from, int to, double leastSum)
    {
        plan.Replace(a, from, to);
        var trouble = plan.Trouble(a, leastSum);
        plan.Replace(a, to, from);
        return trouble;
    }

    /// <summary>A takes <paramref name="to"/> from Other, which takes somebody with room instead; <paramref name="from"/> is set free.</summary>
    private static int ThirdReviewer(WorkingPlan plan, int a, int from, int other, int to, double leastSum)
    {
        var problem = plan.Problem;
        if (!plan.CanSpare(from))
        {
            return -1;
        }

        return BestThree(plan, other, to)
            .FirstOrDefault(
                r => Attempt(
                    plan,
                    () =>
                    {
                        plan.Replace(other, to, r);
                        plan.Replace(a, from, to);
                    },
                    () =>
                    {
                        plan.Replace(a, to, from);
                        plan.Replace(other, r, to);
                    },
                    [a, other],
                    leastSum),
                -1);
    }

    /// <summary>The three reviewers with room who suit an application best, one of them left out; ties go to the lower number.</summary>
    private static List<int> BestThree(WorkingPlan plan, int a, int without)
    {
        List<int> best = [];
        for (var r = 0; r < plan.Problem.R; r++)
        {
            if (plan.HasRoom(r) && r != without && plan.CanTake(a * plan.Problem.R + r))
            {
                var at = best.FindIndex(other => plan.Problem.Worth[a * plan.Problem.R + other] < plan.Problem.Worth[a * plan.Problem.R + r]);
                if (at >= 0 || best.Count < 3)
                {
                    best.Insert(at >= 0 ? at : best.Count, r);
                    best.RemoveRange(Math.Min(3, best.Count), Math.Max(best.Count - 3, 0));
                }
            }
        }

        return best;
    }
}
