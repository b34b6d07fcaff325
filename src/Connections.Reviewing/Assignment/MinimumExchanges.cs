namespace Connections.Reviewing.Assignment;

/// <summary>Raises the sum of the worst-served application by replacing a reviewer or exchanging two, as far as that goes.</summary>
/// <remarks>
/// A local search: always the step after which the applications concerned are served best, and only if each of them is then above the
/// present minimum, so every step makes the plan fairer and the search ends. Rules that held still hold. Ties go to the lower number.
/// It proves nothing; it gives the exact searches a good plan to start from.
/// </remarks>
internal static class MinimumExchanges
{
    /// <summary>Works until no step helps, the minimum is at the target, or the steps are used up.</summary>
    public static void Raise(WorkingPlan plan, double target, int mostSteps)
    {
        for (var step = 0; step < mostSteps; step++)
        {
            var worst = Worst(plan);
            if (plan.Sums[worst] >= target - plan.Problem.Tolerance || !Improve(plan, Pairwise(plan, worst)))
            {
                return;
            }
        }
    }

    private static int Worst(WorkingPlan plan) => Array.IndexOf(plan.Sums, plan.Sums.Min());

    /// <summary>Makes the best of the steps that keep the rules.</summary>
    private static bool Improve(WorkingPlan plan, IEnumerable<Rotation> steps)
    {
        var minimum = plan.Sums.Min() + 10 * plan.Problem.Tolerance;
        return steps.Where(s => s.Least > minimum).OrderByDescending(s => s.Least).Take(30)
            .Any(s => Exchanges.Attempt(plan, () => s.Make(plan), () => s.Undo(plan), s.Concerned, double.NegativeInfinity));
    }

    private static List<Rotation> Pairwise(WorkingPlan plan, int a)
    {
        var steps = new List<Rotation>();
        foreach (var (from, to, sum) in Wishes(plan, a))
        {
            if (plan.HasRoom(to) && plan.CanSpare(from))
            {
                steps.Add(new Rotation([a], [from], to, sum));
            }

            foreach (var other in plan.ApplicationsOf[to].Where(b => plan.IsFree(b * plan.Problem.R + to) && plan.CanTake(b * plan.Problem.R + from)))
            {
                steps.Add(new Rotation([a, other], [from, to], from, Math.Min(sum, After(plan, other, to, from))));
            }
        }

        return steps;
    }

    /// <summary>Replacements that would raise application a's sum, with the sum after them.</summary>
    private static IEnumerable<(int From, int To, double Sum)> Wishes(WorkingPlan plan, int a) =>
        from f in plan.ReviewersOf[a].ToArray()
        where plan.IsFree(a * plan.Problem.R + f)
        from t in Enumerable.Range(0, plan.Problem.R)
        where plan.CanTake(a * plan.Problem.R + t) && plan.Problem.Worth[a * plan.Problem.R + t] > plan.Problem.Worth[a * plan.Problem.R + f]
        select (f, t, After(plan, a, f, t));

    private static double After(WorkingPlan plan, int a, int from, int to) =>
        plan.Sums[a] - plan.Problem.Worth[a * plan.Problem.R + from] + plan.Problem.Worth[a * plan.Problem.R + to];

    /// <summary>Each application gives up its reviewer for the next one's; the last takes <paramref name="Last"/>.</summary>
    private sealed record Rotation(int[] Concerned, int[] Leaving, int Last, double Least)
    {
        public void Make(WorkingPlan plan)
        {
            for (var i = 0; i < Concerned.Length; i++)
            {
                plan.Replace(Concerned[i], Leaving[i], i + 1 < Leaving.Length ? Leaving[i + 1] : Last);
            }
        }

        public void Undo(WorkingPlan plan)
        {
            for (var i = Concerned.Length - 1; i >= 0; i--)
            {
                plan.Replace(Concerned[i], i + 1 < Leaving.Length ? Leaving[i + 1] : Last, Leaving[i]);
            }
        }
    }
}
