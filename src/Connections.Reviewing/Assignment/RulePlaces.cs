namespace Connections.Reviewing.Assignment;

/// <summary>Too few readers of a language, or too few outsiders, for the applications that need one each.</summary>
/// <remarks>
/// Each of these two rules alone is a question of capacity: every application concerned needs one place with those who fit. So <see cref="CapacityClashes"/>
/// finds at once and exactly what a search among plans would find slowly. Looked for up to the size of exact searches.
/// </remarks>
internal static class RulePlaces
{
    public static IEnumerable<FoundClash> Of(AssignmentCall call)
    {
        var rest = call;
        if (!Candidates.IsDense(call.Applications.Count, call.Reviewers.Count))
        {
            yield break;
        }

        (string Rule, bool IsOn, Func<ApplicationToReview, AvailableReviewer, bool> Fits)[] rules =
            [("language", call.Rules.Language, RuleRows.Reads), ("outsideCommunity", call.Rules.OutsideCommunity, RuleRows.IsOutside)];
        foreach (var (rule, isOn, fits) in rules)
        {
            var needy = rest.Applications.Where(a => isOn && !rest.Anchors.Contains(a.Id) && !rest.Reviewers.All(r => fits(a, r))).Select(a => a.Id).ToHashSet();
            var problem = needy.Count == 0 ? null : new AssignmentProblem(OnePlaceEach(rest, needy, fits, rest.Conflicts));
            foreach (var clash in problem is null ? [] : new CapacityClashes(problem).All())
            {
                var found = InWords(rest, rule, fits, problem!, clash);
                yield return found;
                rest = found.Take(rest);
            }
        }
    }

    private static FoundClash InWords(
        AssignmentCall call, string rule, Func<ApplicationToReview, AvailableReviewer, bool> fits, AssignmentProblem problem, CapacityClash clash)
    {
        // Conflicts are named only if it does not clash without them.
        var needy = clash.Applications.Select(a => problem.Applications[a].Id).ToHashSet();
        var bare = new AssignmentProblem(OnePlaceEach(call, needy, fits, [.. call.Conflicts.Where(c => call.Anchors.Contains(c.Application))]));
        var plain = new CapacityClashes(bare).All().FirstOrDefault();
        var shown = plain is null ? (Problem: problem, Clash: clash) : (Problem: bare, Clash: plain);
        var others = shown.Clash.Anchors.Concat(shown.Clash.FixedPairs.Select(p => p / shown.Problem.R)).Select(a => shown.Problem.Applications[a].Id);
        string[] limited = [.. shown.Clash.Limited.Select(r => shown.Problem.Reviewers[r].Id)];
        string[] parts = [.. shown.Clash.FixedPairs.Length > 0 ? ["fixed"] : Array.Empty<string>(), .. plain is null ? ["conflicts"] : Array.Empty<string>()];
        return new FoundClash(
            ClashWords.OfRules(call, [rule], [.. needy.Concat(others).Distinct().Order(StringComparer.Ordinal)], [.. parts], [.. limited]), needy, limited);
    }

    /// <summary>The call in which the given applications need one of those who fit, and nothing else but what is fixed takes a place.</summary>
    private static AssignmentCall OnePlaceEach(
        AssignmentCall call, HashSet<string> needy, Func<ApplicationToReview, AvailableReviewer, bool> fits, IReadOnlyList<ReviewPair> conflicts)
    {
        var kept = call.Fixed.Distinct().ToLookup(f => f.Application, f => f.Reviewer);
        var unfit = (from a in call.Applications where needy.Contains(a.Id) from r in call.Reviewers where !fits(a, r) select new ReviewPair(a.Id, r.Id)).ToHashSet();
        return call with
        {
            Applications = [.. call.Applications.Select(a => a with
            {
                Demand = needy.Contains(a.Id) ? 1 + kept[a.Id].Count(r => unfit.Contains(new ReviewPair(a.Id, r))) : kept[a.Id].Count(),
            })],
            Conflicts = [.. unfit.Union(conflicts)],
            Affinities = [],
        };
    }
}
