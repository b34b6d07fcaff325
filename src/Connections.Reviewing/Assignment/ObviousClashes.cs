namespace Connections.Reviewing.Assignment;

/// <summary>Contradictions that need no search: a pair fixed against a conflict, an application with too many fixed pairs or too few reviewers, a reviewer with too much fixed.</summary>
internal static class ObviousClashes
{
    /// <summary>One after the other; an application is named in one of them only.</summary>
    public static IEnumerable<FoundClash> Of(AssignmentCall call)
    {
        var gone = new HashSet<string>();
        var anchors = call.Anchors.ToHashSet();
        var conflicts = call.Conflicts.ToHashSet();
        foreach (var pair in call.Fixed.Where(conflicts.Contains).OrderBy(p => p.Application, StringComparer.Ordinal).ThenBy(p => p.Reviewer, StringComparer.Ordinal))
        {
            if (gone.Add(pair.Application))
            {
                var clash = new Clash(["fixed", "conflicts"], [pair.Application], [pair.Reviewer],
                    $"Reviewer {pair.Reviewer} is fixed for {(anchors.Contains(pair.Application) ? "the anchor" : "application")} {pair.Application} and has a conflict with it.");
                yield return new FoundClash(clash, [pair.Application], []);
            }
        }

        var fixedOf = call.Fixed.Distinct().CountBy(f => f.Application).ToDictionary();
        var opposedTo = conflicts.ToLookup(c => c.Application, c => c.Reviewer);
        var idle = call.Reviewers.Where(r => r.MaxLoad == 0).Select(r => r.Id).ToHashSet();
        foreach (var application in call.Applications.Where(a => !anchors.Contains(a.Id) && !gone.Contains(a.Id)).OrderBy(a => a.Id, StringComparer.Ordinal))
        {
            var kept = fixedOf.GetValueOrDefault(application.Id);
            if (kept > application.Demand)
            {
                gone.Add(application.Id);
                yield return new FoundClash(
                    new Clash(["fixed", "demand"], [application.Id], [], $"Application {application.Id} has {kept} fixed reviewers but needs only {application.Demand}."),
                    [application.Id], []);
            }
            else if (TooFew(application, call.Reviewers.Count, idle, [.. opposedTo[application.Id]]) is { } tooFew)
            {
                gone.Add(application.Id);
                yield return new FoundClash(tooFew, [application.Id], []);
            }
        }

        var fixedFor = call.Fixed.Where(f => !gone.Contains(f.Application)).Distinct().ToLookup(f => f.Reviewer, f => f.Application);
        var scored = call.Anchors.Where(a => !gone.Contains(a)).Distinct().Order(StringComparer.Ordinal).ToArray();
        foreach (var reviewer in call.Reviewers.OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            var own = scored.Where(a => !conflicts.Contains(new ReviewPair(a, reviewer.Id))).ToArray();
            var pairs = fixedFor[reviewer.Id].Except(own).Order(StringComparer.Ordinal).ToArray();
            if (own.Length + pairs.Length > reviewer.MaxLoad)
            {
                yield return new FoundClash(ClashWords.OfReviewer(reviewer, own, pairs), [], [reviewer.Id]);
            }
        }
    }

    private static Clash? TooFew(ApplicationToReview application, int reviewers, HashSet<string> idle, HashSet<string> opposed)
    {
        var without = (Conflicts: reviewers - idle.Count, Limits: reviewers - opposed.Count);
        var able = reviewers - idle.Union(opposed).Count();
        if (able >= application.Demand)
        {
            return null;
        }

        // Conflicts or limits are named only if they have a part in it.
        var (count, rules, why) = reviewers < application.Demand ? (reviewers, new[] { "demand" }, "")
            : without.Limits < application.Demand ? (without.Limits, ["demand", "conflicts"], " free of conflicts with it")
            : without.Conflicts < application.Demand ? (without.Conflicts, ["demand", "maxLoad"], " able to take any application")
            : (able, ["demand", "conflicts", "maxLoad"], " free of conflicts with it and able to take any application");
        var explanation = $"Application {application.Id} needs {ClashWords.Count(application.Demand, "reviewer")}, but "
            + (rules.Length == 1 ? $"there {(count == 1 ? "is" : "are")} only {count} in all." : $"only {count} of {reviewers} {(count == 1 ? "is" : "are")}{why}.");
        return new Clash(rules, [application.Id], [], explanation);
    }
}
