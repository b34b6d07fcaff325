namespace Connections.Reviewing.Assignment;

/// <summary>Clashes as sentences for a fund manager. An anchor is always called one.</summary>
public static class ClashWords
{
    public const int MostShown = 5;
    private const int LongestList = 12;

    /// <summary>A sentence for each of the first five, and how many more there are.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<Clash> clashes)
    {
        string[] first = [.. clashes.Take(MostShown).Select(c => c.Explanation)];
        return clashes.Count > MostShown ? [.. first, $"And {clashes.Count - MostShown} more."] : first;
    }

    internal static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A reviewer with more anchors and fixed applications than the limit.</summary>
    internal static Clash OfReviewer(AvailableReviewer reviewer, string[] anchors, string[] pairs)
    {
        // As few as clash: pairs alone or anchors alone if these do.
        var size = reviewer.MaxLoad + 1;
        var kept = pairs.Length >= size ? pairs[..size] : anchors.Length >= size ? [] : pairs;
        var scored = anchors[..Math.Min(size - kept.Length, anchors.Length)];
        string[] duties =
        [
            .. scored.Length > 0 ? [$"must score {Anchors(scored)}, as everybody does"] : Array.Empty<string>(),
            .. kept.Length > 0 ? [$"is fixed for {List(kept)}"] : Array.Empty<string>(),
        ];
        var all = anchors.Length + pairs.Length;
        return new Clash(
            [.. kept.Length > 0 ? ["fixed"] : Array.Empty<string>(), .. scored.Length > 0 ? ["anchors"] : Array.Empty<string>(), "maxLoad"],
            [.. kept.Concat(scored).Order(StringComparer.Ordinal)], [reviewer.Id],
            $"Reviewer {reviewer.Id} can take {(reviewer.MaxLoad == 0 ? "no application" : $"only {Count(reviewer.MaxLoad, "application")}")}, but {string.Join(", and ", duties)}"
            + (all > size ? $" ({all} fixed or anchor applications in all)." : "."));
    }

    internal static Clash Of(AssignmentProblem problem, CapacityClash clash)
    {
        string Application(int a) => problem.Applications[a].Id;
        var applications = clash.Applications.Select(Application).ToArray();
        var isOne = applications.Length == 1;
        var reviewers = clash.Reviewers.Length == 1 ? "the one reviewer" : $"the {clash.Reviewers.Length} reviewers";
        string[] causes =
        [
            .. clash.IsByConflicts ? ["conflicts"] : Array.Empty<string>(),
            clash.Reviewers.Length == 1 ? "the limit" : clash.IsByConflicts ? "limits" : "their limits",
            .. clash.Anchors.Length > 0 ? [$"{Anchors([.. clash.Anchors.Select(Application)])} to be scored by everybody"] : Array.Empty<string>(),
            .. clash.FixedPairs.Length > 0 ? [$"{(clash.FixedPairs.Length == 1 ? "the fixed pair" : "the fixed pairs")} {List([.. clash.FixedPairs.Select(p => $"{Application(p / problem.R)}–{problem.Reviewers[p % problem.R].Id}")])}"] : Array.Empty<string>(),
        ];
        var explanation = $"{(isOne ? "Application" : "Applications")} {List(applications)} {(isOne ? "needs" : "need")} {Count(clash.Need, "review")}, but {reviewers} who may take "
            + $"{(isOne ? "it" : "them")} can give at most {clash.Room}, because of {And(causes)}{(clash.IsBesideOthers ? ", whatever becomes of the limits named before" : "")}.";
        return new Clash(
            [
                "demand", "maxLoad",
                .. clash.IsByConflicts ? ["conflicts"] : Array.Empty<string>(),
                .. clash.Anchors.Length > 0 ? ["anchors"] : Array.Empty<string>(),
                .. clash.FixedPairs.Length > 0 ? ["fixed"] : Array.Empty<string>(),
            ],
            [.. applications.Concat(clash.Anchors.Concat(clash.FixedPairs.Select(p => p / problem.R)).Select(Application)).Distinct().Order(StringComparer.Ordinal)],
            [.. clash.Reviewers.Select(r => problem.Reviewers[r].Id)],
            explanation);
    }

    internal static Clash OfLeastLoads(AssignmentCall call, IReadOnlyList<string> reviewers)
    {
        var least = call.Reviewers.Where(r => reviewers.Contains(r.Id)).Sum(r => r.MinLoad);
        var problem = new AssignmentProblem(call);
        var held = Enumerable.Range(0, problem.R).Where(r => reviewers.Contains(problem.Reviewers[r].Id)).ToArray();

        // What the applications leave for these reviewers: at most the demand not fixed for others, and one place a reviewer.
        int Left(bool withConflicts, bool withFixed) => Enumerable.Range(0, problem.A).Sum(a => Math.Min(
            problem.Demand[a] - (withFixed || problem.IsAnchor[a] ? Enumerable.Range(0, problem.R).Except(held).Count(r => problem.IsFixed[a * problem.R + r]) : 0),
            held.Count(r => !(withConflicts || problem.IsAnchor[a]) || problem.IsAllowed[a * problem.R + r])));
        var byConflicts = Left(withConflicts: false, withFixed: true) >= least;
        var byFixed = Left(byConflicts, withFixed: false) >= least;
        string[] causes = [.. byConflicts ? ["conflicts"] : Array.Empty<string>(), .. byFixed ? ["fixed pairs"] : Array.Empty<string>()];
        return new Clash(
            ["minLoad", "demand", .. byConflicts ? ["conflicts"] : Array.Empty<string>(), .. byFixed ? ["fixed"] : Array.Empty<string>()], [], reviewers,
            $"{(reviewers.Count == 1 ? "Reviewer" : "Reviewers")} {List(reviewers)} must take at least {Count(least, "application")}{(reviewers.Count == 1 ? "" : " together")}, "
            + $"but there {(Left(byConflicts, byFixed) == 1 ? "is" : "are")} at most {Count(Left(byConflicts, byFixed), "review")} for them{(causes.Length > 0 ? ", because of " + And(causes) : "")}.");
    }

    /// <param name="call">The call cut down to the applications of the clash.</param>
    /// <param name="rules">The rules that clash.</param>
    /// <param name="applications">All of them needed.</param>
    /// <param name="parts">What else has a part in it: fixed, conflicts.</param>
    /// <param name="limited">The reviewers whose limits have.</param>
    internal static Clash OfRules(AssignmentCall call, string[] rules, List<string> applications, List<string> parts, List<string> limited)
    {
        var anchors = applications.Where(call.Anchors.Contains).ToArray();
        var others = applications.Except(anchors).ToArray();
        var subject = others.Length == 0 ? $"The {Anchors(anchors)["the ".Length..]}"
            : $"{(others.Length == 1 ? "Application" : "Applications")} {List(others)}" + (anchors.Length > 0 ? $" and {Anchors(anchors)}" : "");
        var single = applications.Count == 1 ? call.Applications.Single(a => a.Id == applications[0]) : null;
        var said = (single, rules) switch
        {
            ({ } one, ["language"]) => $"{subject} needs a reviewer who reads \"{one.Language}\", and none who may be used does",
            ({ }, ["outsideCommunity"]) => $"{subject} needs a reviewer from outside its community, and there is none who may be used",
            ({ } one, ["distinctOrganisations"]) => $"{subject} needs {one.Demand} reviewers of different organisations, and there are not enough",
            (null, ["language"]) => $"{subject} cannot all have a reviewer who reads their language",
            (null, ["outsideCommunity"]) => $"{subject} cannot all have a reviewer from outside their community",
            (null, ["distinctOrganisations"]) => $"{subject} cannot all have reviewers of different organisations",
            (_, ["noReciprocal"]) => $"{subject} cannot be reviewed without two organisations that review each other",
            _ => $"The rules {And(rules)} cannot all be kept for {char.ToLowerInvariant(subject[0])}{subject[1..]}",
        };
        string[] causes =
        [
            .. parts.Select(part => part == "fixed" ? "fixed pairs" : part),
            .. limited.Count > 0 ? [$"the {(limited.Count == 1 ? "limit" : "limits")} of {List(limited)}"] : Array.Empty<string>(),
        ];
        return new Clash([.. rules, .. parts, .. limited.Count > 0 ? ["maxLoad"] : Array.Empty<string>()], applications, limited, said + (causes.Length > 0 ? $", because of {And(causes)}." : "."));
    }

    /// <summary>Reviewers whose least loads cannot be reached when the rules are kept.</summary>
    internal static Clash OfRulesAndLoads(AssignmentCall call, string[] rules, IReadOnlyList<string> reviewers)
    {
        var least = call.Reviewers.Where(r => reviewers.Contains(r.Id)).Sum(r => r.MinLoad);
        return new Clash(
            [.. rules, "minLoad"], [], reviewers,
            $"{(reviewers.Count == 1 ? "Reviewer" : "Reviewers")} {List(reviewers)} must take at least {Count(least, "application")}{(reviewers.Count == 1 ? "" : " together")}, "
            + $"and that leaves no plan that keeps the {(rules.Length == 1 ? "rule" : "rules")} {And(rules)}.");
    }

    private static string Anchors(string[] anchors) => (anchors.Length == 1 ? "the anchor " : "the anchors ") + List(anchors);

    private static string And(IReadOnlyList<string> items) => items.Count == 1 ? items[0] : string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1];

    private static string List(IReadOnlyList<string> items) =>
        items.Count <= LongestList ? And(items) : string.Join(", ", items.Take(LongestList)) + $" and {items.Count - LongestList} more";
}
