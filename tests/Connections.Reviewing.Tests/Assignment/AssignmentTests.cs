using System.Text.Json;
using Connections.Reviewing.Assignment;

namespace Connections.Reviewing.Tests.Assignment;

public sealed class AssignmentTests
{
    [Theory]
    [InlineData("toy1")]
    [InlineData("toy2")]
    public void The_worked_examples_reach_their_known_minimum(string id)
    {
        var given = ReferenceFile.Json("toy_cases.json").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
        var call = Calls.From(Table(given.GetProperty("similarity_reviewers_x_papers")), [1, 1, 1], [0, 0, 0], [1, 1, 1]);

        var plan = AssignReviewers.Solve(call).Plan!;

        Assert.Equal(given.GetProperty("maxmin").GetDouble(), plan.Minimum, 1e-9);
        Assert.Equal(plan.Minimum, plan.MinimumBound, 1e-9);
        Assert.Equal(plan.Total, plan.TotalBound, 1e-9);
    }

    [Fact]
    public void The_first_example_has_the_known_largest_total()
    {
        var given = ReferenceFile.Json("toy_cases.json").EnumerateArray().First();
        var call = Calls.From(Table(given.GetProperty("similarity_reviewers_x_papers")), [1, 1, 1], [0, 0, 0], [1, 1, 1]);

        var plan = AssignReviewers.Solve(call with { Objective = AssignmentObjective.Total }).Plan!;

        Assert.Equal(1.5, plan.Total, 1e-9);
        Assert.Equal(0, plan.Minimum);
    }

    [Fact]
    public void Quotas_are_met_exactly()
    {
        var given = ReferenceFile.Json("toy_cases.json").EnumerateArray().Last();
        var call = Calls.From(Table(given.GetProperty("affinity_reviewers_x_papers")), [2, 1, 3], [0, 0, 0, 0], [2, 1, 3, 1]);

        Calls.AssertKeeps(call, AssignReviewers.Solve(call).Plan!);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(1)]
    public void Small_calls_are_solved_to_the_optimum_that_trying_everything_finds(int decimals)
    {
        for (ulong seed = 1; seed <= 12; seed++)
        {
            var call = Calls.Random(5, 5, 2, seed % 2 == 0 ? 2 : 3, seed, decimals);
            var best = EveryPlan.Best(call)!.Value;

            var fair = AssignReviewers.Solve(call).Plan!;
            var largest = AssignReviewers.Solve(call with { Objective = AssignmentObjective.Total }).Plan!;

            Calls.AssertKeeps(call, fair);
            Assert.Equal(best.Minimum, fair.Minimum, 1e-9);
            Assert.Equal(best.Minimum, fair.MinimumBound, 1e-9);
            Assert.Equal(best.LargestTotal, largest.Total, 1e-9);
            if (fair.Warnings.Count == 0)
            {
                Assert.Equal(best.Total, fair.Total, 1e-9);
                Assert.Equal(best.Total, fair.TotalBound, 1e-6);
            }
        }
    }

    [Fact]
    public void Hard_rules_are_kept_at_the_optimum_or_the_call_is_refused()
    {
        var refused = 0;
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var call = Calls.Random(4, 6, 2, 3, seed, 2).WithRules(seed + 100);
            var best = EveryPlan.Best(call);

            var answer = AssignReviewers.Solve(call);

            Assert.Equal(best is null, answer.Plan is null);
            if (answer.Plan is { } plan)
            {
                Calls.AssertKeeps(call, plan);
                Assert.Equal(best!.Value.Minimum, plan.Minimum, 1e-9);
                Assert.Equal(best.Value.Minimum, plan.MinimumBound, 1e-9);
            }
            else
            {
                refused++;
                Assert.NotEmpty(answer.Clash!.Rules);
                Assert.NotEmpty(answer.Clash.Explanation);
            }
        }

        Assert.InRange(refused, 1, 19);
    }

    [Fact]
    public void Lower_bounds_on_loads_are_kept()
    {
        var call = Calls.Random(6, 4, 2, 6, seed: 3);
        call = call with { Reviewers = [.. call.Reviewers.Select(r => r with { MinLoad = 3, MaxLoad = 3 })] };

        var plan = AssignReviewers.Solve(call).Plan!;

        Assert.All(plan.Loads, load => Assert.Equal(3, load.Load));
        Calls.AssertKeeps(call, plan);
    }

    [Fact]
    public void Fixed_pairs_stay_and_anchors_are_scored_by_everyone_without_a_conflict()
    {
        var call = Calls.Random(6, 5, 2, 5, seed: 8) with
        {
            Fixed = [new("a000", "r000"), new("a003", "r004")],
            Anchors = ["a005"],
            Conflicts = [new("a005", "r002")],
        };

        var plan = AssignReviewers.Solve(call).Plan!;

        Calls.AssertKeeps(call, plan);
        Assert.Equal(["r000", "r001", "r003", "r004"], plan.Pairs.Where(p => p.Application == "a005").Select(p => p.Reviewer));
    }

    [Fact]
    public void Equal_affinities_lead_to_even_loads()
    {
        var call = Calls.From(
            Enumerable.Range(0, 4).Select(_ => Enumerable.Repeat(1.0, 8).ToArray()).ToArray(),
            Enumerable.Repeat(2, 8).ToArray(), [0, 0, 0, 0], [8, 8, 8, 8]);

        var plan = AssignReviewers.Solve(call).Plan!;

        Assert.Equal(64, plan.LoadSquares);
        Assert.True(plan.IsConnected);
    }

    [Fact]
    public void A_plan_in_two_parts_is_joined_where_the_minimum_allows_it()
    {
        // Two blocks that like each other; joining them costs total but not the minimum, which a005 sets.
        var table = Enumerable.Range(0, 4).Select(r => Enumerable.Range(0, 6).Select(a => a == 5 ? 0.1 : r / 2 == a / 3 ? 1.0 : 0.5).ToArray()).ToArray();
        var call = Calls.From(table, [2, 2, 2, 2, 2, 2], [0, 0, 0, 0], [3, 3, 3, 3]);

        var plan = AssignReviewers.Solve(call).Plan!;

        Assert.True(plan.IsConnected);
        Assert.Equal(0.2, plan.Minimum, 1e-9);
        Assert.Contains(plan.Warnings, w => w.Contains("joined", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_that_cannot_be_joined_says_so()
    {
        var call = Calls.Random(4, 4, 1, 1, seed: 2);

        var plan = AssignReviewers.Solve(call).Plan!;

        Assert.False(plan.IsConnected);
        Assert.Contains(plan.Warnings, w => w.Contains("no connected plan", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(65, 12, 3, 17)]
    [InlineData(40, 60, 3, 2)]
    public void Calls_of_ordinary_size_are_proved(int applications, int reviewers, int demand, int maxLoad)
    {
        var call = Calls.Random(applications, reviewers, demand, maxLoad, seed: 1);

        var plan = AssignReviewers.Solve(call).Plan!;

        Calls.AssertKeeps(call, plan);
        Assert.Equal(plan.MinimumBound, plan.Minimum, 1e-9);
        Assert.Equal(plan.TotalBound, plan.Total, 1e-6);
    }

    [Fact]
    public void A_large_sparse_call_is_solved_within_half_a_percent()
    {
        var call = Calls.Random(500, 200, 3, 9, seed: 4).WithRules(5);
        call = call with
        {
            Rules = new HardRules(DistinctOrganisations: false, NoReciprocal: false),
            Affinities = [.. call.Affinities.Where((_, k) => k % 7 == 0)],
        };

        var plan = AssignReviewers.Solve(call).Plan!;

        Calls.AssertKeeps(call, plan);
        Assert.InRange(plan.Minimum, plan.MinimumBound * 0.995, plan.MinimumBound + 1e-9);
        Assert.InRange(plan.Total, plan.TotalBound * 0.995, plan.TotalBound + 1e-9);
    }

    private static double[][] Table(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(x => x.GetDouble()).ToArray())];
}
