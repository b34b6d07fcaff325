namespace Connections.Reviewing.Assignment;

/// <summary>Which hard rules cost something: those without which a fairer plan, or a larger total, would be possible.</summary>
/// <remarks>
/// Up to 5,000 pairs every rule that concerns anybody is switched off alone and the call is solved again; a rule whose absence
/// provably changes neither the smallest sum nor the total is not named. In larger calls, and where a proof is missing, a rule is
/// named when the plan of the largest total without any rules would break it: that may name a rule too many, or miss one.
/// </remarks>
internal static class BindingRules
{
    private const int MostPairs = 5_000;

    public static SortedSet<string> Of(AssignmentCall call, AssignmentProblem problem, BoundedPlan found, SortedSet<int> free, Func<AssignmentCall, BoundedPlan?> solve)
    {
        var binding = new SortedSet<string>(
            new RuleRows(problem).BrokenBy(pair => free.Contains(pair) ? 1 : 0, used: free).Select(row => row.Rule), StringComparer.Ordinal);
        if (problem.A * problem.R > MostPairs || !found.IsProved)
        {
            return binding;
        }

        foreach (var (rule, without, _) in Switches(call).Where(s => s.Concerns))
        {
            if (solve(call with { Rules = without }) is { IsProved: true } other)
            {
                binding.Remove(rule);
                if ((call.Objective == AssignmentObjective.Fair && other.MinimumBound > found.MinimumBound + 10 * problem.Tolerance)
                    || other.TotalBound > found.TotalBound * (1 + 1e-7))
                {
                    binding.Add(rule);
                }
            }
        }

        return binding;
    }

    /// <summary>Each rule that is on, the rules without it, and whether it concerns anybody.</summary>
    private static IEnumerable<(string Rule, HardRules Without, bool Concerns)> Switches(AssignmentCall call)
    {
        var hasJudges = call.Reviewers.Any(r => r.Organisation is not null);
        var rules = call.Rules;
        yield return ("language", rules with { Language = false }, rules.Language && call.Applications.Any(a => a.Language is not null));
        yield return ("outsideCommunity", rules with { OutsideCommunity = false }, rules.OutsideCommunity && call.Applications.Any(a => a.Communities is { Count: > 0 }));
        yield return ("distinctOrganisations", rules with { DistinctOrganisations = false }, rules.DistinctOrganisations && hasJudges);
        yield return ("noReciprocal", rules with { NoReciprocal = false }, rules.NoReciprocal && hasJudges && call.Applications.Any(a => a.Organisation is not null));
    }
}
