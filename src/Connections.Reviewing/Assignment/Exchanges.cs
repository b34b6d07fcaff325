namespace Connections.Reviewing.Assignment;

/// <summary>Improves a plan by replacing one reviewer or exchanging two, always by the best such step, until none helps.</summary>
/// <remarks>
/// Used for what the linear programme is not asked: mending the few applications a large flow leaves short, evening out loads and
/// mixing reviewers among plans of equal worth, and joining separate parts. No step ever breaks a rule or a sum that held before.
/// Steps are tried in order of number, so the result is repeatable.
/// </remarks>
internal static partial class Exchanges
{
    /// <summary>Raises the total by replacements and exchanges among the given candidates, for at most three rounds; sums stay at T or above.</summary>
    public static void RaiseTotal(WorkingPlan plan, List<int>[] candidates, double leastSum)
    {
        var problem = plan.Problem;
        var raised = true;
        for (var round = 0; raised && round < 3; round++)
        {
            raised = false;
            for (var a = 0; a < problem.A; a++)
            {
                foreach (var to in candidates[a].Where(plan.CanTake).Select(p => p % problem.R).ToArray())
                {
                    foreach (var from in plan.ReviewersOf[a].Where(r => plan.IsFree(a * problem.R + r)).ToArray())
                    {
                        raised |= plan.CanTake(a * problem.R + to) && plan.Has(a * problem.R + from) && RaiseOne(plan, a, from, to, leastSum);
                    }
                }
            }
        }
    }

    /// <summary>Makes the loads more even, as long as total, sums and rules stay as they are.</summary>
    public static void EvenLoads(WorkingPlan plan)
    {
        var problem = plan.Problem;
        var moved = true;
        for (var round = 0; moved && round < 50; round++)
        {
            moved = false;
            for (var a = 0; a < problem.A; a++)
            {
                foreach (var from in plan.ReviewersOf[a].Where(r => plan.IsFree(a * problem.R + r) && plan.CanSpare(r)).ToArray())
                {
                    var to = Enumerable.Range(0, problem.R)
                        .Where(r => plan.ApplicationsOf[r].Count < plan.ApplicationsOf[from].Count - 1 && plan.HasRoom(r)
                            && plan.CanTake(a * problem.R + r) && IsEqual(problem, a * problem.R + from, a * problem.R + r))
                        .OrderBy(r => plan.ApplicationsOf[r].Count)
                        .ThenBy(r => r)
                        .FirstOrDefault(-1);
                    if (to >= 0 && Attempt(plan, () => plan.Replace(a, from, to), () => plan.Replace(a, to, from), [a], double.NegativeInfinity))
                    {
                        moved = true;
                    }
                }
            }
        }
    }

    /// <summary>Exchanges reviewers of equal worth where more different pairs of reviewers then work together.</summary>
    public static void MixReviewers(WorkingPlan plan)
    {
        var problem = plan.Problem;
        var pairs = plan.Pairs();
        var mixed = PlanFigures.CoReviewingPairs(problem, pairs);
        foreach (var (a, r, other, otherReviewer) in Swaps(plan, pairs).Where(s =>
            IsEqual(problem, s.A * problem.R + s.R, s.A * problem.R + s.OtherR)
            && IsEqual(problem, s.Other * problem.R + s.OtherR, s.Other * problem.R + s.R)).Take(2000).ToArray())
        {
            if (plan.Has(a * problem.R + r) && plan.Has(other * problem.R + otherReviewer)
                && plan.CanTake(a * problem.R + otherReviewer) && plan.CanTake(other * problem.R + r)
                && Attempt(plan, () => plan.Swap(a, r, other, otherReviewer), () => plan.Swap(a, otherReviewer, other, r), [a, other], double.NegativeInfinity))
            {
                var now = PlanFigures.CoReviewingPairs(problem, plan.Pairs());
                if (now <= mixed)
                {
                    plan.Swap(a, otherReviewer, other, r);
                }

                mixed = Math.Max(mixed, now);
            }
        }
    }

    /// <summary>Joins separate parts by exchanging a reviewer of one with one of another, at the least loss of total; sums stay at T or above.</summary>
    public static bool Connect(WorkingPlan plan, double leastSum)
    {
        var problem = plan.Problem;
        while (true)
        {
            var parts = PlanGraph.Parts(problem, plan.Pairs());
            if (parts.Count <= 1)
            {
                return true;
            }

            var inside = parts[0].Applications;
            var joined = Swaps(plan, plan.Pairs())
                .Where(s => inside.Contains(s.A) != inside.Contains(s.Other))
                .OrderByDescending(s => Gain(problem, s))
                .Take(500)
                .Any(s => Joins(plan, s, parts.Count, leastSum));
            if (!joined)
            {
                return false;
            }
        }
    }

    private static double Gain(AssignmentProblem problem, Exchange s) =>
        problem.Worth[s.A * problem.R + s.OtherR] + problem.Worth[s.Other * problem.R + s.R]
        - problem.Worth[s.A * problem.R + s.R] - problem.Worth[s.Other * problem.R + s.OtherR];

    private static bool Joins(WorkingPlan plan, Exchange s, int parts, double leastSum)
    {
        if (!Attempt(plan, () => plan.Swap(s.A, s.R, s.Other, s.OtherR), () => plan.Swap(s.A, s.OtherR, s.Other, s.R), [s.A, s.Other], leastSum))
        {
            return false;
        }

        if (PlanGraph.Parts(plan.Problem, plan.Pairs()).Count < parts)
        {
            return true;
        }

        plan.Swap(s.A, s.OtherR, s.Other, s.R);
        return false;
    }

    private static bool IsEqual(AssignmentProblem problem, int pair, int other) =>
        Math.Abs(problem.Worth[pair] - problem.Worth[other]) <= problem.Tolerance;

    /// <summary>Exchanges that are allowed: r leaves A for Other, OtherR leaves Other for A.</summary>
    private static IEnumerable<Exchange> Swaps(WorkingPlan plan, SortedSet<int> pairs) =>
        from p in pairs
        from q in pairs
        where p < q && p / plan.Problem.R != q / plan.Problem.R && p % plan.Problem.R != q % plan.Problem.R
            && plan.IsFree(p) && plan.IsFree(q)
            && plan.CanTake(p / plan.Problem.R * plan.Problem.R + q % plan.Problem.R)
            && plan.CanTake(q / plan.Problem.R * plan.Problem.R + p % plan.Problem.R)
        select new Exchange(p / plan.Problem.R, p % plan.Problem.R, q / plan.Problem.R, q % plan.Problem.R);

    private static bool RaiseOne(WorkingPlan plan, int a, int from, int to, double leastSum)
    {
        var problem = plan.Problem;
        var gain = problem.Worth[a * problem.R + to] - problem.Worth[a * problem.R + from];
        if (gain > problem.Tolerance && plan.HasRoom(to) && plan.CanSpare(from)
            && Attempt(plan, () => plan.Replace(a, from, to), () => plan.Replace(a, to, from), [a], leastSum))
        {
            return true;
        }

        return plan.ApplicationsOf[to].ToArray().Any(other =>
            gain + problem.Worth[other * problem.R + from] - problem.Worth[other * problem.R + to] > problem.Tolerance
            && plan.IsFree(other * problem.R + to) && plan.CanTake(other * problem.R + from)
            && Attempt(plan, () => plan.Swap(a, from, other, to), () => plan.Swap(a, to, other, from), [a, other], leastSum));
    }

    /// <summary>Makes a change and keeps it when the applications concerned have less trouble than before, or none before and after.</summary>
    public static bool Attempt(WorkingPlan plan, Action change, Action undo, int[] concerned, double leastSum)
    {
        var before = concerned.Select(a => plan.Trouble(a, leastSum)).ToArray();
        change();
        var after = concerned.Select(a => plan.Trouble(a, leastSum)).ToArray();
        if (after.Sum() <= (before.Sum() > 0 ? before.Sum() - 1e-9 : 0) && concerned.Select((_, k) => after[k] <= before[k]).All(x => x))
        {
            return true;
        }

        undo();
        return false;
    }

    /// <summary>Reviewer R leaves application A for Other, whose reviewer OtherR comes to A.</summary>
    private readonly record struct Exchange(int A, int R, int Other, int OtherR);
}
