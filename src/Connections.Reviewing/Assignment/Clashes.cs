namespace Connections.Reviewing.Assignment;

/// <summary>Finds the smallest set of demands and rules that cannot all be kept, and says it in words.</summary>
/// <remarks>
/// First what can be seen at once: a single application or fixed pair. Then the fewest kinds of rule that clash (all subsets, smallest
/// first), then, with those rules alone, the applications: single ones, pairs, and otherwise one after the other is left out as long
/// as the rest still clash (deletion filter), so that no application named could be spared. Every step is a fresh exact feasibility test.
/// </remarks>
public static class Clashes
{
    private const int PairLimit = 30;
    private const long WorkLimit = 400_000_000;

    /// <summary>Contradictions that need no search; empty if there are none.</summary>
    public static Clash? Obvious(AssignmentCall call)
    {
        var conflicts = call.Conflicts.ToHashSet();
        var reviewers = call.Reviewers.OrderBy(r => r.Id, StringComparer.Ordinal).ToArray();
        foreach (var pair in call.Fixed.Where(conflicts.Contains).OrderBy(p => p.Application, StringComparer.Ordinal))
        {
            return new Clash(["fixed", "conflicts"], [pair.Application], [pair.Reviewer],
                $"Reviewer {pair.Reviewer} is fixed for application {pair.Application} and has a conflict with it.");
        }

        foreach (var application in call.Applications.OrderBy(a => a.Id, StringComparer.Ordinal))
        {
            var allowed = reviewers.Where(r => !conflicts.Contains(new ReviewPair(application.Id, r.Id))).ToArray();
            var isAnchor = call.Anchors.Contains(application.Id);
            var kept = call.Fixed.Count(f => f.Application == application.Id);
            if (kept > application.Demand && !isAnchor)
            {
                return new Clash(["fixed", "demand"], [application.Id], [],
                    $"Application {application.Id} has {kept} fixed reviewers but needs only {application.Demand}.");
            }

            if (!isAnchor && allowed.Count(r => r.MaxLoad > 0) < application.Demand)
            {
                return new Clash(["demand", "conflicts", "maxLoad"], [application.Id], [],
                    $"Application {application.Id} needs {application.Demand} reviewers, but only {allowed.Count(r => r.MaxLoad > 0)} "
                    + $"of {reviewers.Length} are free of conflicts with it and can take any application.");
            }
        }

        foreach (var reviewer in reviewers)
        {
            var kept = call.Fixed.Where(f => f.Reviewer == reviewer.Id).Select(f => f.Application)
                .Union(call.Anchors.Where(a => !conflicts.Contains(new ReviewPair(a, reviewer.Id)))).Count();
            if (kept > reviewer.MaxLoad)
            {
                return new Clash(["fixed", "anchors", "maxLoad"], [], [reviewer.Id],
                    $"Reviewer {reviewer.Id} has {kept} fixed or anchor applications but can take only {reviewer.MaxLoad}.");
            }
        }

        return null;
    }

    /// <summary>The smallest clash of a call that has no plan.</summary>
    public static Clash Explain(AssignmentCall call)
    {
        if (!IsFeasible(Without(call, rules: [])))
        {
            return IsFeasible(Without(call, rules: []) with { Reviewers = [.. call.Reviewers.Select(r => r with { MinLoad = 0 })] })
                ? OfMinimumLoads(call)
                : OfDemands(Without(call, rules: []) with { Reviewers = [.. call.Reviewers.Select(r => r with { MinLoad = 0 })] });
        }

        string[] names = ["language", "outsideCommunity", "distinctOrganisations", "noReciprocal"];
        var subset = Enumerable.Range(1, 15)
            .Select(bits => names.Where((_, k) => (bits >> k & 1) == 1).ToArray())
            .OrderBy(s => s.Length)
            .FirstOrDefault(s => !IsFeasible(Without(call, s)));
        return subset is null
            ? new Clash([], [], [], "No plan that keeps all rules was found within the limit of the search.")
            : OfRules(Without(call, subset), subset);
    }

    private static Clash OfRules(AssignmentCall call, string[] rules)
    {
        var applications = SmallestClashing(call);
        var subject = $"{Applications(applications.Count)} {List(applications)}";
        var single = applications.Count == 1 ? call.Applications.Single(a => a.Id == applications[0]) : null;
        var reason = rules switch
        {
            ["language"] when single is not null => $"{subject} needs a reviewer who reads \"{single.Language}\", and none who may be used does.",
            ["outsideCommunity"] when single is not null => $"{subject} needs a reviewer from outside its community, and there is none who may be used.",
            ["distinctOrganisations"] when single is not null => $"{subject} needs {single.Demand} reviewers of different organisations, and there are not enough.",
            _ => $"The rules {List(rules)} cannot all be kept for {subject} with the reviewers' limits and conflicts.",
        };
        return new Clash(rules, applications, [], reason);
    }

    private static Clash OfDemands(AssignmentCall call)
    {
        var applications = SmallestClashing(call);
        var conflicts = call.Conflicts.ToHashSet();
        var able = call.Reviewers.Where(r => r.MaxLoad > 0 && applications.Any(a => !conflicts.Contains(new ReviewPair(a, r.Id))))
            .OrderBy(r => r.Id, StringComparer.Ordinal).ToArray();
        var need = call.Applications.Where(a => applications.Contains(a.Id)).Sum(a => a.Demand);
        var byConflict = able.Length < call.Reviewers.Count(r => r.MaxLoad > 0) || IsFeasible(call with { Conflicts = [] });
        var room = able.Sum(r => Math.Min(r.MaxLoad, applications.Count(a => !conflicts.Contains(new ReviewPair(a, r.Id)))));
        var explanation = $"{Applications(applications.Count)} {List(applications)} need {need} reviews, but the {able.Length} reviewers who may take "
            + $"{(applications.Count == 1 ? "it" : "them")} can give at most {room}"
            + (room >= need ? " and not in the right combination" : "") + (byConflict ? ", because of conflicts and limits." : ", because of their limits.");
        return new Clash(byConflict ? ["demand", "maxLoad", "conflicts"] : ["demand", "maxLoad"], applications, [.. able.Select(r => r.Id)], explanation);
    }

    private static Clash OfMinimumLoads(AssignmentCall call)
    {
        var bare = Without(call, rules: []);
        var needed = bare.Reviewers.Where(r => r.MinLoad > 0).OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id).ToList();
        AssignmentCall With(IEnumerable<string> held) => bare with
        {
            Reviewers = [.. bare.Reviewers.Select(r => held.Contains(r.Id) ? r : r with { MinLoad = 0 })],
        };
        foreach (var id in needed.ToArray())
        {
            if (!IsFeasible(With(needed.Where(other => other != id))))
            {
                needed.Remove(id);
            }
        }

        var held = bare.Reviewers.Where(r => needed.Contains(r.Id)).Sum(r => r.MinLoad);
        return new Clash(["minLoad", "demand"], [], needed,
            $"Reviewers {List(needed)} must take at least {held} applications together, but all demands ({bare.Applications.Sum(a => a.Demand)} reviews) and conflicts leave fewer for them.");
    }

    private static List<string> SmallestClashing(AssignmentCall call)
    {
        var all = call.Applications.Select(a => a.Id).Order(StringComparer.Ordinal).ToArray();
        AssignmentCall Only(ICollection<string> ids) => call with
        {
            Applications = [.. call.Applications.Where(a => ids.Contains(a.Id))],
            Affinities = [],
            Conflicts = [.. call.Conflicts.Where(c => ids.Contains(c.Application))],
            Fixed = [.. call.Fixed.Where(f => ids.Contains(f.Application))],
            Anchors = [.. call.Anchors.Where(ids.Contains)],
            Reviewers = [.. call.Reviewers.Select(r => r with { MinLoad = 0 })],
        };
        foreach (var id in all)
        {
            if (!IsFeasible(Only([id])))
            {
                return [id];
            }
        }

        for (var i = 0; i < all.Length && all.Length <= PairLimit; i++)
        {
            for (var j = i + 1; j < all.Length; j++)
            {
                if (!IsFeasible(Only([all[i], all[j]])))
                {
                    return [all[i], all[j]];
                }
            }
        }

        return Shrink(all.ToList(), ids => !IsFeasible(Only(ids)));
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

    private static AssignmentCall Without(AssignmentCall call, string[] rules) => call with
    {
        Rules = new HardRules(
            call.Rules.Language && rules.Contains("language"),
            call.Rules.OutsideCommunity && rules.Contains("outsideCommunity"),
            call.Rules.DistinctOrganisations && rules.Contains("distinctOrganisations"),
            call.Rules.NoReciprocal && rules.Contains("noReciprocal")),
    };

    /// <summary>Whether any plan exists. A search that reaches its limit counts as feasible: nothing is called a clash without proof.</summary>
    private static bool IsFeasible(AssignmentCall call)
    {
        if (Obvious(call) is not null)
        {
            return false;
        }

        var problem = new AssignmentProblem(call);
        var flow = Candidates.SolveFlow(problem);
        var rules = new RuleRows(problem);
        if (!flow.IsFeasible)
        {
            return false;
        }

        var plan = flow.Plan();
        if (!rules.BrokenBy(pair => plan.Contains(pair) ? 1 : 0).Any() || !Candidates.IsDense(problem))
        {
            return true;
        }

        var result = new BranchAndBound(problem, new FairProgramme(problem, rules), WorkLimit) { FirstWillDo = true }.Search(double.NegativeInfinity);
        return result.Plan is not null || !result.IsComplete;
    }

    private static string Applications(int count) => count == 1 ? "Application" : "Applications";

    private static string List(IReadOnlyList<string> items) =>
        items.Count <= 12 ? string.Join(", ", items) : string.Join(", ", items.Take(12)) + $" and {items.Count - 12} more";
}
