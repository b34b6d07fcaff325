using Connections.Reviewing.Assignment;
using Connections.Reviewing.Numerics;

namespace Connections.Reviewing.Tests.Assignment;

/// <summary>Clashes with anchors and fixed pairs, several at once, and that nothing is named which has no part in them.</summary>
public sealed class SeveralClashesTests
{
    [Fact]
    public void An_anchor_that_somebody_has_no_place_for_is_named_as_one()
    {
        var call = Limit(Calls.Random(5, 3, 1, 5, seed: 1), "r001", 1) with { Anchors = ["a001", "a003"] };

        var clash = AssignReviewers.Solve(call).Clash!;

        Assert.Equal("Reviewer r001 can take only 1 application, but must score the anchors a001 and a003, as everybody does.", clash.Explanation);
        Assert.Equal(["anchors", "maxLoad"], clash.Rules);
        Assert.Equal(["a001", "a003"], clash.Applications);
        Assert.Equal(["r001"], clash.Reviewers);
    }

    [Fact]
    public void Fixed_applications_and_anchors_that_fill_a_reviewer_together_are_named_together()
    {
        var call = Limit(Calls.Random(5, 3, 1, 5, seed: 1), "r001", 1) with { Anchors = ["a001"], Fixed = [new("a002", "r001")] };
        var clash = AssignReviewers.Solve(call).Clash!;
        var none = AssignReviewers.Solve(Limit(call, "r001", 0)).Clash!;

        Assert.Equal("Reviewer r001 can take only 1 application, but must score the anchor a001, as everybody does, and is fixed for a002.", clash.Explanation);
        Assert.Equal(["fixed", "anchors", "maxLoad"], clash.Rules);
        Assert.Equal("Reviewer r001 can take no application, but is fixed for a002 (2 fixed or anchor applications in all).", none.Explanation);
        Assert.Single(Clashes.Independent(Limit(call, "r001", 0)));
    }

    [Fact]
    public void An_anchor_that_takes_the_places_others_need_is_named_as_one()
    {
        var call = Calls.Random(4, 3, 2, 2, seed: 1) with { Applications = [.. Calls.Random(3, 3, 2, 2, seed: 1).Applications], Affinities = [], Anchors = ["a000"] };

        var clash = AssignReviewers.Solve(call).Clash!;

        Assert.Equal(
            "Applications a001 and a002 need 4 reviews, but the 3 reviewers who may take them can give at most 3, because of their limits and the anchor a000 to be scored by everybody.",
            clash.Explanation);
        Assert.Equal(["demand", "maxLoad", "anchors"], clash.Rules);
        Assert.Equal(["a000", "a001", "a002"], clash.Applications);
    }

    [Fact]
    public void A_pair_fixed_elsewhere_is_named_where_it_takes_the_only_place()
    {
        var call = Limit(Calls.Random(4, 3, 1, 4, seed: 1), "r000", 1) with
        {
            Conflicts = [new("a001", "r001"), new("a001", "r002")], Fixed = [new("a002", "r000"), new("a003", "r001")],
        };

        var clash = AssignReviewers.Solve(call).Clash!;

        Assert.Equal("Application a001 needs 1 review, but the one reviewer who may take it can give at most 0, because of conflicts, the limit and the fixed pair a002–r000.", clash.Explanation);
        Assert.Equal(["demand", "maxLoad", "conflicts", "fixed"], clash.Rules);
        Assert.Equal(["a001", "a002"], clash.Applications);
    }

    [Fact]
    public void Conflicts_and_limits_are_blamed_only_for_what_they_do()
    {
        var call = Calls.Random(2, 3, 3, 2, seed: 1);

        string Explained(AssignmentCall infeasible) => AssignReviewers.Solve(infeasible).Clash!.Explanation;

        Assert.Equal("Application a000 needs 3 reviewers, but only 2 of 3 are free of conflicts with it.", Explained(call with { Conflicts = [new("a000", "r001")] }));
        Assert.Equal("Application a000 needs 3 reviewers, but only 2 of 3 are able to take any application.", Explained(Limit(call, "r002", 0)));
        Assert.Equal("Application a000 needs 3 reviewers, but there are only 2 in all.", Explained(call with { Reviewers = [.. call.Reviewers.Take(2)], Affinities = [] }));
    }

    [Fact]
    public void Each_independent_clash_in_capacity_is_found()
    {
        // Two pairs of applications, each with one reviewer of its own who can take one; a fifth application has everybody else.
        var call = Calls.Random(5, 4, 1, 1, seed: 1);
        string[][] blocks = [["a000", "a001"], ["a002", "a003"], ["a004"]];
        string[][] own = [["r000"], ["r001"], ["r002", "r003"]];
        call = call with
        {
            Conflicts = [.. from k in Enumerable.Range(0, 3) from a in blocks[k] from r in call.Reviewers where !own[k].Contains(r.Id) select new ReviewPair(a, r.Id)],
        };

        var clashes = Clashes.Independent(call).ToArray();

        Assert.Equal([blocks[0], blocks[1]], clashes.Select(c => c.Applications));
        Assert.Equal([own[0], own[1]], clashes.Select(c => c.Reviewers));
        Assert.Equal(AssignReviewers.Solve(call).Clash!.Explanation, clashes[0].Explanation);
    }

    [Fact]
    public void One_shortage_is_one_clash()
    {
        var clashes = Clashes.Independent(Calls.Random(40, 10, 2, 2, seed: 1)).ToArray();

        Assert.Equal(11, Assert.Single(clashes).Applications.Count);
    }

    [Fact]
    public void Rules_and_capacity_that_clash_apart_are_both_told()
    {
        var call = Calls.Random(5, 3, 1, 3, seed: 1);
        call = call with
        {
            Applications = [.. call.Applications.Select(a => a with { Demand = a.Id == "a000" ? 4 : 1, Language = a.Id == "a003" ? "gd" : "en" })],
            Reviewers = [.. call.Reviewers.Select(r => r with { Languages = r.Id == "r002" ? ["en", "gd"] : ["en"] })],
            Conflicts = [new("a003", "r002")],
        };

        Assert.Equal(
            [
                "Application a000 needs 4 reviewers, but there are only 3 in all.",
                "Application a003 needs a reviewer who reads \"gd\", and none who may be used does, because of conflicts.",
            ],
            ClashWords.Of([.. Clashes.Independent(call)]));
    }

    [Fact]
    public void Readers_who_are_too_few_are_named_with_those_who_need_them()
    {
        var call = Calls.Random(60, 12, 2, 12, seed: 1);
        call = call with
        {
            Applications = [.. call.Applications.Select((a, i) => a with { Language = i % 10 == 0 ? "gd" : "en" })],
            Reviewers = [.. call.Reviewers.Select((r, i) => r with { Languages = i < 2 ? ["en", "gd"] : ["en"], MaxLoad = i < 2 ? 1 : 14 })],
        };

        var clash = Assert.Single(Clashes.Independent(call));

        Assert.Equal("Applications a000, a010 and a020 cannot all have a reviewer who reads their language, because of the limits of r000 and r001.", clash.Explanation);
        Assert.Equal(["language", "maxLoad"], clash.Rules);
        Assert.Equal(["r000", "r001"], clash.Reviewers);
    }

    [Fact]
    public void Least_loads_that_a_rule_leaves_nothing_for_are_named()
    {
        var call = Calls.Random(2, 2, 1, 2, seed: 1);
        call = call with
        {
            Applications = [.. call.Applications.Select(a => a with { Language = "gd" })],
            Reviewers = [.. call.Reviewers.Select(r => r with { MinLoad = 1, Languages = r.Id == "r000" ? ["gd"] : ["en"] })],
        };

        var clash = AssignReviewers.Solve(call).Clash!;

        Assert.Equal(["language", "minLoad"], clash.Rules);
        Assert.Equal(["r001"], clash.Reviewers);
    }

    [Fact]
    public void A_large_call_that_lacks_one_place_is_explained_by_all_of_it()
    {
        var call = Calls.Random(900, 300, 2, 6, seed: 1);
        call = Limit(call with { Affinities = [] }, "r007", 5);

        var clash = Assert.Single(Clashes.Independent(call));

        Assert.Equal(900, clash.Applications.Count);
        Assert.Contains("need 1800 reviews, but the 300 reviewers who may take them can give at most 1799", clash.Explanation, StringComparison.Ordinal);
    }

    /// <summary>Every clash of random tiny calls against all plans there are: it is one, and it is none without any part of it.</summary>
    [Fact]
    public void Nothing_is_named_that_has_no_part_in_the_clash()
    {
        var (several, withAnchor, withRule) = (0, 0, 0);
        for (ulong seed = 1; seed <= 300; seed++)
        {
            var random = new SeededRandom(seed);
            var call = Calls.Random(4, 4, 2, 1 + random.NextIndex(3), seed).WithRules(seed + 50);
            call = call with
            {
                Rules = seed % 3 == 0 ? new HardRules(false, false, false, false) : call.Rules,
                Anchors = seed % 4 == 0 ? [] : ["a000"],
                Fixed = seed % 5 == 0 ? [new("a001", "r001"), new("a003", "r003")] : [],
                Conflicts = [.. call.Conflicts, .. call.Applications.Where(_ => random.NextIndex(2) == 0).Select(a => new ReviewPair(a.Id, "r002"))],
            };
            var clashes = Clashes.Independent(call).ToArray();
            var turned = call with { Applications = [.. call.Applications.Reverse()], Reviewers = [.. call.Reviewers.Reverse()], Conflicts = [.. call.Conflicts.Reverse()] };

            Assert.Equal(ClashWords.Of(clashes), ClashWords.Of([.. Clashes.Independent(turned)]));
            Assert.Equal(EveryPlan.Best(call) is null, clashes.Length > 0);
            var own = clashes.Where(c => !c.Rules.Contains("fixed")).SelectMany(c => c.Applications.Except(call.Anchors)).ToArray();
            Assert.Equal(own.Distinct(), own);
            AssignmentCall? rest = call;
            foreach (var clash in clashes)
            {
                // Of an application that is named for a pair fixed there the demand has no part in it.
                rest = clash.Rules.Contains("fixed") ? null : rest;
                AssertMinimal(call, rest, clash);
                rest = rest is null ? null : WithoutLimitsOf(rest, clash);
            }

            several += clashes.Length > 1 ? 1 : 0;
            withAnchor += clashes.Any(c => c.Rules.Contains("anchors")) ? 1 : 0;
            withRule += clashes.Any(c => !c.Rules.Contains("demand") && !c.Rules.Contains("anchors")) ? 1 : 0;
        }

        Assert.True(several >= 30 && withAnchor >= 30 && withRule >= 30, $"{several} with several clashes, {withAnchor} with anchors, {withRule} of rules");
    }

    /// <param name="call">Where it is a clash.</param>
    /// <param name="rest">The same without the limits that have a part in an earlier clash: where it is the smallest; not given where they cannot be told.</param>
    /// <param name="clash">What was found.</param>
    private static void AssertMinimal(AssignmentCall call, AssignmentCall? rest, Clash clash)
    {
        var rules = clash.Rules.ToArray();
        Assert.False(IsPossible(call, rules, clash.Applications, clash.Reviewers), clash.Explanation);
        if (rest is null)
        {
            return;
        }

        Assert.False(IsPossible(rest, rules, clash.Applications, clash.Reviewers), clash.Explanation);
        foreach (var rule in rules.Except(["demand", "anchors"]))
        {
            Assert.True(IsPossible(rest, rules.Except([rule]), clash.Applications, clash.Reviewers), $"without {rule}: {clash.Explanation}");
        }

        foreach (var application in clash.Applications)
        {
            Assert.True(IsPossible(rest, rules, clash.Applications.Except([application]), clash.Reviewers), $"without {application}: {clash.Explanation}");
        }

        foreach (var reviewer in rules.Contains("demand") ? [] : clash.Reviewers)
        {
            Assert.True(IsPossible(rest, rules, clash.Applications, clash.Reviewers.Except([reviewer])), $"without {reviewer}: {clash.Explanation}");
        }
    }

    /// <summary>Whether there is a plan when only the named rules and applications count; where a clash is not about demands, only the limits of the reviewers named.</summary>
    private static bool IsPossible(AssignmentCall call, IEnumerable<string> rules, IEnumerable<string> applications, IEnumerable<string> reviewers)
    {
        var (named, kept, limited) = (rules.ToHashSet(), applications.ToHashSet(), reviewers.ToHashSet());
        return kept.Count == 0 || EveryPlan.Best(call with
        {
            Applications = [.. call.Applications.Where(a => kept.Contains(a.Id))],
            Reviewers = [.. call.Reviewers.Select(r => named.Contains("maxLoad") && (named.Contains("demand") || limited.Contains(r.Id)) ? r : r with { MaxLoad = 9 })],
            Conflicts = [.. call.Conflicts.Where(c => kept.Contains(c.Application) && (named.Contains("conflicts") || call.Anchors.Contains(c.Application)))],
            Anchors = [.. call.Anchors.Where(kept.Contains)],
            Fixed = [.. call.Fixed.Where(f => named.Contains("fixed") && kept.Contains(f.Application))],
            Affinities = [],
            Rules = new HardRules(named.Contains("language"), named.Contains("outsideCommunity"), named.Contains("distinctOrganisations"), named.Contains("noReciprocal")),
        }) is not null;
    }

    private static AssignmentCall WithoutLimitsOf(AssignmentCall call, Clash clash)
    {
        bool MayTake(string reviewer, string application) => !(clash.Rules.Contains("conflicts") || call.Anchors.Contains(application)) || !call.Conflicts.Contains(new ReviewPair(application, reviewer));
        bool IsLimit(AvailableReviewer r) => clash.Rules.Contains("maxLoad") && clash.Reviewers.Contains(r.Id)
            && (!clash.Rules.Contains("demand") || r.MaxLoad < clash.Applications.Count(a => MayTake(r.Id, a)));
        return call with { Reviewers = [.. call.Reviewers.Select(r => IsLimit(r) ? r with { MaxLoad = 9 } : r)] };
    }

    private static AssignmentCall Limit(AssignmentCall call, string reviewer, int most) =>
        call with { Reviewers = [.. call.Reviewers.Select(r => r.Id == reviewer ? r with { MaxLoad = most } : r)] };
}
