using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Assignment;

/// <summary>Looks for a plan in which every sum is at least T, serving some of the applications anew while the others stay.</summary>
/// <remarks>
/// Applications below T are open. Again and again the open ones and some others, chosen at random, give up their reviewers and are served anew among
/// these places by <see cref="SumProgramme"/> and <see cref="PanelDive"/> (large neighbourhoods: Shaw 1998). The result stays when no more applications are open than before.
/// Success is a plan, failure proves nothing. Chance has a fixed seed, limits count arithmetic.
/// </remarks>
internal sealed class SumSearch(AssignmentProblem problem, RuleRows rules, double leastSum, double[] price)
{
    private const int Size = 45;
    private const int MostRefuted = 12;
    private readonly SeededRandom random = new(1);

    public long Work { get; private set; }

    /// <summary>A plan with the wanted sums; empty when none was found with so much work.</summary>
    /// <param name="start">A plan, or part of one, to start from.</param>
    /// <param name="whole">The programme of all applications, which is solved anew if need be.</param>
    /// <param name="workLimit">When to give up.</param>
    public SortedSet<int>? Find(IEnumerable<int> start, SumProgramme whole, long workLimit)
    {
        var plan = Served(start);
        if (Open(plan).Count > Size / 2)
        {
            var before = whole.Work;
            if (whole.Solution is null || whole.SolvedAt < leastSum - problem.Tolerance)
            {
                whole.Refute(leastSum, before + workLimit);
            }

            Work += whole.Work - before;
        }

        if (Open(plan).Count > Size / 2 && whole.Solution is not null)
        {
            var above = problem.Step > 0 ? leastSum : Math.Max(whole.SolvedAt, leastSum);
            var dive = new PanelDive(problem, rules, whole, above, workLimit);
            plan = dive.Run(problem.A / 2);
            Work += dive.Work;
        }

        var refuted = 0;
        for (var (size, open) = (Size, Open(plan)); Work < workLimit && refuted < MostRefuted;)
        {
            if (open.Count == 0)
            {
                return IsPlan(plan) ? plan : null;
            }

            var chosen = Chosen(open, size);
            int[] others = [.. plan.Where(pair => !chosen.Contains(pair / problem.R))];
            var anew = Serve([.. chosen], others, workLimit);
            var openAnew = anew is null ? chosen : Open(anew);

            refuted = anew is null ? refuted + 1 : 0;
            if (chosen.Count == problem.A && openAnew.Count > 0)
            {
                // Nothing is left to chance then.
                break;
            }

            // Where too few give up their places nothing better is possible among them.
            size = anew is null ? Math.Min(size + size / 4, Math.Max(Size, problem.A * 3 / 4)) : Size;
            (plan, open) = openAnew.Count <= open.Count && anew is not null ? (anew, openAnew) : (plan, open);
        }

        return null;
    }

    /// <summary>The pairs of those applications that reach T.</summary>
    private SortedSet<int> Served(IEnumerable<int> plan)
    {
        var sums = PlanFigures.Sums(problem, plan);
        return [.. plan.Where(pair => sums[pair / problem.R] >= leastSum - problem.Tolerance)];
    }

    private bool IsPlan(SortedSet<int> plan) => !rules.BrokenBy(pair => plan.Contains(pair) ? 1 : 0, used: plan).Any()
        && PlanFigures.Loads(problem, plan).Select((load, r) => load >= problem.MinLoad[r] && load <= problem.MaxLoad[r]).All(x => x);

    private SortedSet<int> Open(SortedSet<int> plan)
    {
        var served = plan.Select(pair => pair / problem.R).ToHashSet();
        return [.. Enumerable.Range(0, problem.A).Where(a => !served.Contains(a))];
    }

    private SortedSet<int> Chosen(SortedSet<int> open, int size)
    {
        var chosen = new SortedSet<int>(open);
        while (chosen.Count < Math.Min(size, problem.A))
        {
            chosen.Add(random.NextIndex(problem.A));
        }

        return chosen;
    }

    /// <summary>Serves some applications with the places that the others leave.</summary>
    private SortedSet<int>? Serve(int[] chosen, int[] others, long workLimit)
    {
        var (part, reviewers) = problem.Part(chosen, others, rules.Beside(others));
        var partRules = new RuleRows(part);
        var sums = new SumProgramme(part, partRules, [.. reviewers.Select(r => price[r])]);
        sums.Refute(leastSum, workLimit - Work);
        Work += sums.Work + 300L * part.A * part.R;
        if (sums.Solution is null)
        {
            return null;
        }

        var dive = new PanelDive(part, partRules, sums, leastSum, workLimit - Work);
        var pairs = dive.Run(0);
        Work += dive.Work;
        return [.. others, .. pairs.Select(pair => chosen[pair / part.R] * problem.R + reviewers[pair % part.R])];
    }
}
