using Connections.Reviewing.Assignment;

namespace Connections.Reviewing.Tests.Assignment;

public sealed class ClashTests
{
    [Fact]
    public void An_application_with_too_many_conflicts_is_named_alone()
    {
        var call = Calls.Random(4, 3, 2, 4, seed: 1) with { Conflicts = [new("a002", "r000"), new("a002", "r001")] };

        var clash = AssignReviewers.Solve(call).Clash!;

        Assert.Equal(["a002"], clash.Applications);
        Assert.Contains("conflicts", clash.Rules);
        Assert.Contains("a002 needs 2 reviewers, but only 1 of 3", clash.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_applications_that_need_the_same_reviewer_are_named_together()
    {
        var conflicts = from a in new[] { "a001", "a003" } from r in new[] { "r001", "r002" } select new ReviewPair(a, r);
        var call = Calls.Random(5, 3, 1, 3, seed: 1) with { Conflicts = [.. conflicts] };
        call = call with { Reviewers = [.. call.Reviewers.Select(r => r.Id == "r000" ? r with { MaxLoad = 1 } : r)] };

        var clash = AssignReviewers.Solve(call).Clash!;

        Assert.Equal(["a001", "a003"], clash.Applications);
        Assert.Equal(["r000"], clash.Reviewers);
        Assert.Equal(["demand", "maxLoad", "conflicts"], clash.Rules);
        Assert.Equal("Applications a001 and a003 need 2 reviews, but the one reviewer who may take them can give at most 1, because of conflicts and the limit.", clash.Explanation);
    }

    [Fact]
    public void Too_few_places_in_all_are_explained_by_limits_alone()
    {
        var clash = AssignReviewers.Solve(Calls.Random(4, 3, 2, 2, seed: 1)).Clash!;

        Assert.Equal(["demand", "maxLoad"], clash.Rules);
        Assert.Equal(4, clash.Applications.Count);
        Assert.Equal("Applications a000, a001, a002 and a003 need 8 reviews, but the 3 reviewers who may take them can give at most 6, because of their limits.", clash.Explanation);
    }

    [Fact]
    public void Minimum_loads_above_the_demand_are_named()
    {
        var call = Calls.Random(2, 3, 1, 3, seed: 1);
        call = call with { Reviewers = [.. call.Reviewers.Select(r => r with { MinLoad = r.Id == "r001" ? 0 : 2 })] };

        var clash = AssignReviewers.Solve(call).Clash!;

        Assert.Equal(["minLoad", "demand"], clash.Rules);
        Assert.Equal(["r000", "r002"], clash.Reviewers);
        Assert.Equal("Reviewers r000 and r002 must take at least 4 applications together, but there are at most 2 reviews for them.", clash.Explanation);
    }

    [Fact]
    public void A_language_nobody_reads_is_named()
    {
        var call = Calls.Random(3, 3, 2, 3, seed: 1);
        call = call with
        {
            Applications = [.. call.Applications.Select(a => a with { Language = a.Id == "a001" ? "gd" : "en" })],
            Reviewers = [.. call.Reviewers.Select(r => r with { Languages = ["en"] })],
        };

        var clash = AssignReviewers.Solve(call).Clash!;
        var without = AssignReviewers.Solve(call with { Rules = new HardRules(Language: false) });

        Assert.Equal(["language"], clash.Rules);
        Assert.Equal(["a001"], clash.Applications);
        Assert.NotNull(without.Plan);
    }

    [Fact]
    public void A_fixed_pair_with_a_conflict_is_a_clash()
    {
        var call = Calls.Random(3, 3, 2, 3, seed: 1) with { Fixed = [new("a000", "r001")], Conflicts = [new("a000", "r001")] };

        Assert.Equal(["fixed", "conflicts"], AssignReviewers.Solve(call).Clash!.Rules);
    }
}
