using System.Globalization;

namespace Connections.Reviewing.Assignment;

/// <summary>Gives every application its reviewers: the worst-served application first, then the total, then even loads.</summary>
/// <remarks>
/// Up to 200,000 pairs the two goals are solved exactly (<see cref="FairSearch"/>), beyond that by flows with multipliers
/// (<see cref="LargeSearch"/>); either way the answer carries its bounds. Then, at the same minimum and total: a plan in
/// separate parts is joined if possible (not when the total alone is wanted), loads are evened and reviewers mixed by exchanges (a local search: no better plan one step away).
/// Guarantees: every demand met exactly, loads within bounds, no forbidden pair, fixed pairs kept, hard rules kept. The same call
/// gives the same plan, whatever the order of its lists; chance has fixed seeds, and no step uses the clock.
/// </remarks>
public static class AssignReviewers
{
    /// <summary>Limit on arithmetic: about four seconds on one processor of 2024 for 10,000 pairs, fifteen for 100,000, half a minute for 200,000.</summary>
    private static long WorkLimit(AssignmentProblem problem) => 2_500_000_000 + 90_000L * problem.A * problem.R;

    public static AssignmentAnswer Solve(AssignmentCall call)
    {
        if (Clashes.Obvious(call) is { } obvious)
        {
            return new AssignmentAnswer(null, obvious);
        }

        var problem = new AssignmentProblem(call);
        var rules = new RuleRows(problem);
        var isDense = Candidates.IsDense(problem);
        var warnings = new List<string>();
        var plan = !rules.CanBeKept ? null : isDense ? Dense(problem, rules, call, warnings) : Large(problem, rules, call.Objective, warnings);
        return plan is null
            ? new AssignmentAnswer(null, Clashes.Explain(call))
            : new AssignmentAnswer(Describe(problem, plan, warnings), null);
    }

    private static BoundedPlan? Dense(AssignmentProblem problem, RuleRows rules, AssignmentCall call, List<string> warnings)
    {
        var flow = Candidates.SolveFlow(problem);
        if (!flow.IsFeasible)
        {
            return null;
        }

        var search = new FairSearch(problem, rules, flow, WorkLimit(problem));
        var found = Exact(problem, rules, call.Objective, flow, search);
        if (found is null)
        {
            return null;
        }

        found = found with { Binding = BindingRules.Of(call, problem, found, flow.Plan(), Again) };
        if (call.Objective == AssignmentObjective.Fair)
        {
            var floor = search.Minimum(found.Pairs);
            found = Join(problem, rules, found, () => search.Connected(floor), floor, warnings);
        }

        return Polish(problem, rules, found);
    }

    private static BoundedPlan? Exact(AssignmentProblem problem, RuleRows rules, AssignmentObjective objective, TransportFlow flow, FairSearch search) =>
        FromFlow(problem, rules, objective, flow)
            ?? (objective == AssignmentObjective.Fair ? search.LargestMinimumThenTotal() : search.LargestTotal());

    /// <summary>The call with other rules, solved to its proof alone.</summary>
    private static BoundedPlan? Again(AssignmentCall call)
    {
        var problem = new AssignmentProblem(call);
        var (rules, flow) = (new RuleRows(problem), Candidates.SolveFlow(problem));
        return Exact(problem, rules, call.Objective, flow, new FairSearch(problem, rules, flow, WorkLimit(problem) / 4));
    }

    /// <summary>The flow's own plan, when it already keeps every rule and serves the worst-served application as well as can be.</summary>
    private static BoundedPlan? FromFlow(AssignmentProblem problem, RuleRows rules, AssignmentObjective objective, TransportFlow flow)
    {
        var plan = flow.Plan();
        if (rules.BrokenBy(pair => plan.Contains(pair) ? 1 : 0).Any())
        {
            return null;
        }

        var minimum = PlanFigures.Sums(problem, plan).Min();
        var ceiling = Enumerable.Range(0, problem.A).Min(rules.BestSum);
        var total = PlanFigures.Total(problem, plan);
        return objective == AssignmentObjective.Total || minimum >= ceiling - problem.Tolerance
            ? new BoundedPlan(plan, objective == AssignmentObjective.Total ? minimum : ceiling, total, IsProved: true, [])
            : null;
    }

    private static BoundedPlan? Large(AssignmentProblem problem, RuleRows rules, AssignmentObjective objective, List<string> warnings)
    {
        var search = new LargeSearch(problem, rules);
        var found = objective == AssignmentObjective.Fair ? search.LargestMinimumThenTotal() : search.LargestTotal();
        return found is null || objective == AssignmentObjective.Total ? found
            : Join(problem, rules, found, null, PlanFigures.Sums(problem, found.Pairs).Min(), warnings);
    }

    /// <summary>Joins separate parts if a plan with the same minimum allows it; says what it cost or that it cannot be.</summary>
    private static BoundedPlan Join(
        AssignmentProblem problem, RuleRows rules, BoundedPlan found, Func<SearchResult>? exact, double floor, List<string> warnings)
    {
        if (PlanGraph.IsConnected(problem, found.Pairs))
        {
            return found;
        }

        double Loss(SortedSet<int> joined) => PlanFigures.Total(problem, found.Pairs) - PlanFigures.Total(problem, joined);
        var working = new WorkingPlan(problem, rules, found.Pairs);
        var joined = Exchanges.Connect(working, floor) ? working.Pairs() : null;
        var result = joined is not null && Loss(joined) <= problem.Tolerance ? null : exact?.Invoke();
        joined = result?.Plan is { } other && (joined is null || Loss(other) < Loss(joined)) ? other : joined;
        if (joined is null)
        {
            var parts = PlanGraph.Parts(problem, found.Pairs).Count;
            warnings.Add($"The plan falls into {parts} parts with no reviewer in common, and no connected plan "
                + (result is { IsComplete: true } ? "with the same minimum exists" : "was found")
                + ": leniency cannot be compared between the parts.");
            return found;
        }

        if (Loss(joined) > problem.Tolerance)
        {
            warnings.Add("The plan was joined into one part at a cost of " + Loss(joined).ToString("0.######", CultureInfo.InvariantCulture) + " of the total.");
        }

        return found with { Pairs = joined };
    }

    private static BoundedPlan Polish(AssignmentProblem problem, RuleRows rules, BoundedPlan found)
    {
        var working = new WorkingPlan(problem, rules, found.Pairs);
        Exchanges.EvenLoads(working);
        if (found.Pairs.Count <= 600)
        {
            Exchanges.MixReviewers(working);
        }

        var polished = working.Pairs();
        return PlanGraph.IsConnected(problem, polished) || !PlanGraph.IsConnected(problem, found.Pairs) ? found with { Pairs = polished } : found;
    }

    private static AssignmentPlan Describe(AssignmentProblem problem, BoundedPlan found, List<string> warnings)
    {
        var sums = PlanFigures.Sums(problem, found.Pairs);
        var loads = PlanFigures.Loads(problem, found.Pairs);
        var total = PlanFigures.Total(problem, found.Pairs);
        var parts = PlanGraph.Parts(problem, found.Pairs).Count;
        if (parts > 1 && warnings.Count == 0)
        {
            warnings.Add($"The plan falls into {parts} parts with no reviewer in common: leniency cannot be compared between the parts.");
        }

        AddWarnings(problem, found, sums, total, warnings);
        return new AssignmentPlan(
            [.. found.Pairs.Select(p => new ReviewPair(problem.Applications[p / problem.R].Id, problem.Reviewers[p % problem.R].Id))],
            sums.Min(),
            Math.Max(found.MinimumBound, sums.Min()),
            total,
            Math.Max(found.TotalBound, total),
            loads.Sum(load => (long)load * load),
            parts <= 1,
            [.. sums.Select((sum, a) => (problem.Applications[a].Id, sum))],
            [.. loads.Select((load, r) => (problem.Reviewers[r].Id, load))],
            [.. found.Binding],
            warnings);
    }

    private static void AddWarnings(AssignmentProblem problem, BoundedPlan found, double[] sums, double total, List<string> warnings)
    {
        string Share(double gap) => (100 * gap).ToString("0.####", CultureInfo.InvariantCulture) + " %";
        if (found.MinimumBound > sums.Min() + 1e-6 * Math.Max(found.MinimumBound, 1e-9))
        {
            warnings.Add($"The smallest sum is not proved to be the largest possible: it is within {Share(1 - sums.Min() / found.MinimumBound)} of the bound.");
        }

        if (found.TotalBound > total + 1e-6 * Math.Max(found.TotalBound, 1e-9))
        {
            warnings.Add($"The total is not proved to be the largest possible: it is within {Share(1 - total / found.TotalBound)} of the bound.");
        }

        var own = found.Pairs.Count(p => problem.Applications[p / problem.R].Organisation is { } organisation
            && organisation == problem.Reviewers[p % problem.R].Organisation);
        if (own > 0)
        {
            warnings.Add($"{own} pairs join a reviewer with an application of the reviewer's own organisation: declare them as conflicts if that is not meant.");
        }

        var blind = found.Pairs.Count(p => problem.Worth[p] == 0);
        if (blind > 0 && problem.HighestWorth > 0)
        {
            warnings.Add($"{blind} of {found.Pairs.Count} pairs have no affinity at all.");
        }
    }
}
