namespace Connections.Reviewing.Assignment;

/// <summary>Looks for a plan in which every sum reaches a target, by exchanges that may also go sideways (tabu search).</summary>
/// <remarks>
/// The deficit of a plan is what all sums below the target lack together. Each step takes the application that lacks most and makes the
/// replacement or exchange with the smallest deficit after it, even if that is no gain; a pair just given up may not return for some
/// steps (Glover 1989) unless that gives the best plan so far. Rules that hold stay. No chance: ties go to the first found. Success is a plan,
/// failure proves nothing.
/// </remarks>
internal sealed class DeficitSearch(WorkingPlan plan, double target)
{
    private const int Patience = 1_500;
    private readonly AssignmentProblem problem = plan.Problem;
    private readonly Dictionary<int, int> bannedUntil = [];

    /// <summary>True when the plan now reaches the target.</summary>
    public bool Run()
    {
        var (least, deficit, leastAt) = (Deficit(), Deficit(), 0);
        for (var step = 0; step - leastAt < Patience; step++)
        {
            var a = Array.IndexOf(plan.Sums, plan.Sums.Min());
            if (plan.Sums[a] >= target - problem.Tolerance)
            {
                return true;
            }

            if (!Move(a, step, least - deficit))
            {
                return false;
            }

            deficit = Deficit();
            (least, leastAt) = deficit < least - problem.Tolerance ? (deficit, step) : (least, leastAt);
        }

        return false;
    }

    private double Deficit() => plan.Sums.Sum(Lack);

    private double Lack(double sum) => Math.Max(target - sum, 0);

    private double After(int a, int from, int to) =>
        Lack(plan.Sums[a] - problem.Worth[a * problem.R + from] + problem.Worth[a * problem.R + to]);

    /// <summary>Makes the best step for application a that keeps the rules. A banned one must gain more than <paramref name="aspiration"/>.</summary>
    private bool Move(int a, int step, double aspiration)
    {
        var moves = new List<(double Change, int From, int To, int Other)>();
        foreach (var from in plan.ReviewersOf[a].Where(r => plan.IsFree(a * problem.R + r)))
        {
            for (var to = 0; to < problem.R; to++)
            {
                if (!plan.CanTake(a * problem.R + to))
                {
                    continue;
                }

                var own = After(a, from, to) - Lack(plan.Sums[a]);
                if (plan.HasRoom(to) && plan.CanSpare(from) && (!IsBanned(a, to, step) || own < aspiration - problem.Tolerance))
                {
                    moves.Add((own, from, to, -1));
                }

                foreach (var other in plan.ApplicationsOf[to])
                {
                    if (plan.IsFree(other * problem.R + to) && plan.CanTake(other * problem.R + from))
                    {
                        var change = own + After(other, to, from) - Lack(plan.Sums[other]);
                        if (!(IsBanned(a, to, step) || IsBanned(other, from, step)) || change < aspiration - problem.Tolerance)
                        {
                            moves.Add((change, from, to, other));
                        }
                    }
                }
            }
        }

        for (var tries = 0; tries < 40 && moves.Count > 0; tries++)
        {
            var best = moves.MinBy(move => move.Change);
            if (Make(a, best.From, best.To, best.Other, step))
            {
                return true;
            }

            moves.Remove(best);
        }

        return false;
    }

    private bool IsBanned(int a, int r, int step) => bannedUntil.TryGetValue(a * problem.R + r, out var until) && step < until;

    private bool Make(int a, int from, int to, int other, int step)
    {
        var isMade = other < 0
            ? Exchanges.Attempt(plan, () => plan.Replace(a, from, to), () => plan.Replace(a, to, from), [a], double.NegativeInfinity)
            : Exchanges.Attempt(plan, () => plan.Swap(a, from, other, to), () => plan.Swap(a, to, other, from), [a, other], double.NegativeInfinity);
        if (isMade)
        {
            bannedUntil[a * problem.R + from] = step + 5 + step % 7;
            if (other >= 0)
            {
                bannedUntil[other * problem.R + to] = step + 5 + step % 7;
            }
        }

        return isMade;
    }
}
