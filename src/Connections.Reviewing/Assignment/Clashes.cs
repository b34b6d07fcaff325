namespace Connections.Reviewing.Assignment;

/// <summary>Finds the smallest sets of demands and rules that cannot all be kept.</summary>
/// <remarks>
/// First what can be seen at once: a single application, reviewer or fixed pair. Then demands and limits (<see cref="CapacityClashes"/>), then least
/// loads, then rules: single applications, readers and outsiders (<see cref="RulePlaces"/>), and by search: the fewest kinds of rule that clash (all subsets, smallest first) and, with those alone, the applications: single ones, pairs, and otherwise
/// one after the other is left out as long as the rest still clash (deletion filter), so that no application named could be spared.
/// Every step is a fresh exact feasibility test. After each clash its applications and whatever limits have a part in it are taken away: what still
/// clashes is independent of it. <see cref="ClashWords"/> says it.
/// </remarks>
public static class Clashes
{
    private const int FurtherShare = 20;
    private const int PairLimit = 30;
    private const int MostSearched = 5;
    private const long WorkLimit = 400_000_000;
    private static readonly string[] RuleNames = ["language", "outsideCommunity", "distinctOrganisations", "noReciprocal"];

    /// <summary>A contradiction that needs no search; empty if there is none.</summary>
    public static Clash? Obvious(AssignmentCall call) => ObviousClashes.Of(call).FirstOrDefault()?.Clash;

    /// <summary>The smallest clash of a call that has no plan.</summary>
    public static Clash Explain(AssignmentCall call) =>
        Independent(call).FirstOrDefault() ?? new Clash([], [], [], "No plan that keeps all rules was found within the limit of the search.");

    /// <summary>Clashes of which each is there whatever becomes of the others, beginning with the one of <see cref="Explain"/>; found one by one.</summary>
    public static IEnumerable<Clash> Independent(AssignmentCall call)
    {
        var found = 0;
        var rest = call with { Affinities = [] };
        foreach (var obvious in ObviousClashes.Of(call))
        {
            found++;
            yield return obvious.Clash;
            rest = obvious.Take(rest);
        }

        foreach (var tooLittle in OfCapacity(rest))
        {
            found++;
            yield return tooLittle.Clash;
            rest = tooLittle.Take(rest);
        }

        // With applications taken away least loads say nothing any more.
        if (found == 0 && rest.Reviewers.Any(r => r.MinLoad > 0) && !IsFeasible(WithRules(rest, [])))
        {
            found++;
            yield return ClashWords.OfLeastLoads(WithRules(rest, []), NeededLoads(WithRules(rest, [])));
        }

        rest = rest with { Reviewers = found == 0 ? rest.Reviewers : [.. rest.Reviewers.Select(r => r with { MinLoad = 0 })] };
        foreach (var single in OfRulesAlone(rest))
        {
            found++;
            yield return single.Clash;
            rest = single.Take(rest);
        }

        foreach (var rule in RulePlaces.Of(rest))
        {
            found++;
            yield return rule.Clash;
            rest = rule.Take(rest);
        }

        // Beside a clash that was found at once no long search is made for another.
        var limit = found == 0 ? WorkLimit : WorkLimit / FurtherShare;
        while (found < MostSearched && OfRules(rest, limit) is { } clash)
        {
            found++;
            yield return clash.Clash;
            rest = clash.Take(rest);
        }
    }

    private static IEnumerable<FoundClash> OfCapacity(AssignmentCall call)
    {
        var problem = new AssignmentProblem(WithRules(call, []));
        return new CapacityClashes(problem).All().Select(clash => new FoundClash(
            ClashWords.Of(problem, clash),
            [.. clash.Applications.Select(a => problem.Applications[a].Id)],
            [.. clash.Limited.Select(r => problem.Reviewers[r].Id)]));
    }

    /// <summary>Applications whose rules cannot be kept even if there were no other.</summary>
    private static IEnumerable<FoundClash> OfRulesAlone(AssignmentCall call)
    {
        var parts = new CallParts(call);
        return call.Applications.Where(a => a.Language is not null || a.Communities is { Count: > 0 } || a.Organisation is not null || a.Demand > 1)
            .Select(a => a.Id).Order(StringComparer.Ordinal)
            .Where(id => !parts.HasPanelAtSight(id) && !IsFeasible(parts.Only([id])))
            .Select(id => OfRules(parts.Only([id]), FewestRules(parts.Only([id]))!, [id]));
    }

    private static FoundClash? OfRules(AssignmentCall call, long limit)
    {
        if (IsFeasible(call, limit) || FewestRules(call, limit) is not { } rules)
        {
            return null;
        }

        var parts = new CallParts(WithRules(call, rules));
        if (IsFeasible(parts.Only(parts.All)))
        {
            return new FoundClash(ClashWords.OfRulesAndLoads(call, rules, NeededLoads(WithRules(call, rules))), parts.All, []);
        }

        var applications = SmallestClashing(parts);
        return OfRules(new CallParts(call).Only(applications), rules, applications);
    }

    private static string[]? FewestRules(AssignmentCall call, long limit = WorkLimit) => Enumerable.Range(1, 15)
        .Select(bits => RuleNames.Where((_, k) => (bits >> k & 1) == 1).ToArray())
        .OrderBy(s => s.Length)
        .FirstOrDefault(s => !IsFeasible(WithRules(call, s), limit));

    /// <summary>Tells what else has a part in it, leaving out fixed pairs, conflicts and limits one after the other where the rules clash without them.</summary>
    private static FoundClash OfRules(AssignmentCall call, string[] rules, List<string> applications)
    {
        var bare = WithRules(call, rules);
        var parts = new List<string>();
        void Lift(string name, AssignmentCall without)
        {
            if (IsFeasible(without))
            {
                parts.Add(name);
            }
            else
            {
                bare = without;
            }
        }

        Lift("fixed", bare with { Fixed = [] });
        Lift("conflicts", bare with { Conflicts = [.. bare.Conflicts.Where(c => bare.Anchors.Contains(c.Application))] });
        AssignmentCall Limiting(ICollection<string> some) => bare with
        {
            Reviewers = [.. bare.Reviewers.Select(r => some.Contains(r.Id) ? r : r with { MaxLoad = Math.Max(r.MaxLoad, bare.Applications.Count) })],
        };
        List<string> limited = IsFeasible(Limiting([]))
            ? Shrink([.. bare.Reviewers.Where(r => r.MaxLoad < bare.Applications.Count).Select(r => r.Id).Order(StringComparer.Ordinal)], some => !IsFeasible(Limiting(some)))
            : [];
        return new FoundClash(ClashWords.OfRules(call, rules, applications, parts, limited), applications, limited);
    }

    /// <summary>The reviewers whose least loads clash, none of whom could be left out.</summary>
    private static List<string> NeededLoads(AssignmentCall call)
    {
        var needed = call.Reviewers.Where(r => r.MinLoad > 0).OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id).ToList();
        AssignmentCall With(IReadOnlyCollection<string> held) => call with
        {
            Reviewers = [.. call.Reviewers.Select(r => held.Contains(r.Id) ? r : r with { MinLoad = 0 })],
        };
        foreach (var id in needed.ToArray())
        {
            if (!IsFeasible(With([.. needed.Where(other => other != id)])))
            {
                needed.Remove(id);
            }
        }

        return needed;
    }

    private static List<string> SmallestClashing(CallParts parts)
    {
        var all = parts.All;
        for (var i = 0; i < all.Count && all.Count <= PairLimit; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                if (!IsFeasible(parts.Only([all[i], all[j]])))
                {
                    return [all[i], all[j]];
                }
            }
        }

        return Shrink([.. all], ids => !IsFeasible(parts.Only(ids)));
    }

    /// <summary>Leaves out blocks, then single ones, as long as the rest still clash.</summary>
    private static List<string> Shrink(List<string> ids, Func<List<string>, bool> clashes)
    {
        if (!clashes(ids))
        {
            return ids;
        }

        for (var block = ids.Count / 2; block >= 1; block /= 2)
        {
            for (var start = 0; start < ids.Count;)
            {
                var rest = ids.Take(start).Concat(ids.Skip(start + block)).ToList();
                if (rest.Count > 0 && clashes(rest))
                {
                    ids = rest;
                }
                else
                {
                    start += block;
                }
            }
        }

        return ids;
    }

    private static AssignmentCall WithRules(AssignmentCall call, string[] rules) => call with
    {
        Rules = new HardRules(
            call.Rules.Language && rules.Contains("language"),
            call.Rules.OutsideCommunity && rules.Contains("outsideCommunity"),
            call.Rules.DistinctOrganisations && rules.Contains("distinctOrganisations"),
            call.Rules.NoReciprocal && rules.Contains("noReciprocal")),
    };

    /// <summary>Whether any plan exists. A search that reaches its limit counts as feasible: nothing is called a clash without proof.</summary>
    private static bool IsFeasible(AssignmentCall call, long limit = WorkLimit)
    {
        if (Obvious(call) is not null)
        {
            return false;
        }

        var problem = new AssignmentProblem(call);
        var rules = new RuleRows(problem);
        var flow = Candidates.SolveFlow(problem);
        if (!rules.CanBeKept || !flow.IsFeasible)
        {
            return false;
        }

        var plan = flow.Plan();
        if (!rules.BrokenBy(pair => plan.Contains(pair) ? 1 : 0).Any() || !Candidates.IsDense(problem))
        {
            return true;
        }

        var result = new BranchAndBound(problem, new FairProgramme(problem, rules), limit) { FirstWillDo = true }.Search(double.NegativeInfinity);
        return result.Plan is not null || !result.IsComplete;
    }
}
