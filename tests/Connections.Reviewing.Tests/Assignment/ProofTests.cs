using Connections.Reviewing.Assignment;
using FsCheck;
using FsCheck.Fluent;

namespace Connections.Reviewing.Tests.Assignment;

/// <summary>Plans on structured affinities: proved at moderate size, and equal to what trying everything finds on small calls.</summary>
public sealed class ProofTests
{
    [Theory]
    [InlineData("topics", 50, 50, 0)]
    [InlineData("topics", 45, 70, 0.1)]
    [InlineData("rounded topics", 60, 45, 0)]
    [InlineData("few subjects", 40, 40, 0)]
    [InlineData("few able", 40, 40, 0)]
    [InlineData("wanted reviewers", 40, 30, 0)]
    [InlineData("whole numbers", 60, 60, 0)]
    public void Structured_calls_without_room_are_proved(string kind, int applications, int reviewers, double spare)
    {
        var call = StructuredCalls.Make(kind, applications, reviewers, 3, seed: 1, spare);

        var plan = AssignReviewers.Solve(call).Plan!;

        Calls.AssertKeeps(call, plan);
        Assert.Equal(plan.MinimumBound, plan.Minimum, 1e-9);
        Assert.True(plan.Total >= plan.TotalBound - 1e-6 || plan.Warnings.Any(w => w.Contains("joined", StringComparison.Ordinal)), $"{plan.Total} of {plan.TotalBound}");
    }

    [Theory]
    [InlineData("standing alone", 60, 60, 0, 0)]
    [InlineData("wanted reviewers", 60, 80, 0.1, 0)]
    [InlineData("few able", 60, 60, 0.1, 0)]
    [InlineData("squeezed", 60, 60, 0, 0.003)]
    [InlineData("squeezed", 50, 70, 0.1, 0.003)]
    [InlineData("squeezed", 80, 80, 0, 0.003)]
    public void Calls_in_which_every_sum_is_squeezed_come_near_their_bound(string kind, int applications, int reviewers, double spare, double largestGap)
    {
        var call = StructuredCalls.Make(kind, applications, reviewers, 3, seed: 2, spare);

        var plan = AssignReviewers.Solve(call).Plan!;

        Calls.AssertKeeps(call, plan);
        Assert.InRange(plan.Minimum, plan.MinimumBound * (1 - largestGap) - 1e-9, plan.MinimumBound + 1e-9);
        Assert.InRange(plan.Total, plan.TotalBound * (1 - 0.005), plan.TotalBound + 1e-9);
    }

    [Theory]
    [InlineData(70, 100, 2, 0.1)]
    [InlineData(100, 100, 1, 0)]
    [InlineData(118, 177, 1, 0.1)]
    public void Squeezed_calls_with_values_in_steps_reach_their_bound_and_come_near_that_of_the_total(int applications, int reviewers, ulong seed, double spare)
    {
        var call = StructuredCalls.Make("wanted reviewers", applications, reviewers, 3, seed, spare);

        var plan = AssignReviewers.Solve(call).Plan!;

        Calls.AssertKeeps(call, plan);
        Assert.Equal(plan.MinimumBound, plan.Minimum, 1e-9);
        Assert.InRange(plan.Total, plan.TotalBound * (1 - 0.005), plan.TotalBound + 1e-9);
    }

    [Fact]
    public void Squeezed_calls_with_large_panels_state_a_bound()
    {
        var call = StructuredCalls.Make("squeezed", 9, 21, 7, seed: 1);

        var plan = AssignReviewers.Solve(call).Plan!;

        Calls.AssertKeeps(call, plan);
        Assert.InRange(plan.Minimum, plan.MinimumBound * (1 - 0.03), plan.MinimumBound + 1e-9);
    }

    [Theory]
    [InlineData("squeezed", 3, 0.05)]
    [InlineData("wanted reviewers", 3, 0.05)]
    [InlineData("wanted reviewers", 5, 0.05)]
    public void Squeezed_calls_with_rules_conflicts_made_pairs_and_least_loads_keep_all_of_them(string kind, int demand, double largestGap)
    {
        var call = StructuredCalls.Make(kind, 40, 50, demand, seed: 3, spare: 0.2);
        var own = call.Applications.Zip(call.Reviewers, (a, r) => new ReviewPair(a.Id, r.Id)).ToArray();
        call = call with
        {
            Fixed = [.. own.Take(10)],
            Conflicts = [.. own.Skip(20)],
            Applications = [.. call.Applications.Select((a, i) => a with { Organisation = $"o{i % 20}" })],
            Reviewers = [.. call.Reviewers.Select((r, i) => r with { Organisation = $"o{i * 7 % 20}", MinLoad = i % 3 })],
        };

        var plan = AssignReviewers.Solve(call).Plan!;

        Calls.AssertKeeps(call, plan);
        Assert.InRange(plan.Minimum, plan.MinimumBound * (1 - largestGap), plan.MinimumBound + 1e-9);
    }

    [Theory]
    [InlineData("topics")]
    [InlineData("rounded topics")]
    [InlineData("few subjects")]
    [InlineData("few able")]
    [InlineData("wanted reviewers")]
    [InlineData("standing alone")]
    [InlineData("squeezed")]
    [InlineData("whole numbers")]
    public void Bounds_hold_and_proofs_are_right_on_small_calls(string kind) => Prop.ForAll<byte>(seed =>
    {
        var call = StructuredCalls.Make(kind, 5, 5, 2 + seed % 2, seed + 1UL);
        call = seed % 4 == 0 ? call.WithRules(seed) : call;
        var best = EveryPlan.Best(call);
        var plan = AssignReviewers.Solve(call).Plan;
        if (best is null || plan is null)
        {
            return best is null == plan is null;
        }

        Calls.AssertKeeps(call, plan);
        return Math.Abs(best.Value.Minimum - plan.Minimum) < 1e-9
            && Math.Abs(plan.MinimumBound - plan.Minimum) < 1e-9
            && plan.Total <= best.Value.Total + 1e-9
            && best.Value.Total <= plan.TotalBound + 1e-9
            && (plan.Total > best.Value.Total - 1e-6 || plan.Warnings.Any(w => w.Contains("joined", StringComparison.Ordinal)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void A_rule_is_named_as_binding_exactly_when_a_plan_without_it_would_be_better()
    {
        var named = 0;
        for (ulong seed = 1; seed <= 12; seed++)
        {
            var call = Calls.Random(4, 6, 2, 3, seed, 2).WithRules(seed + 100);
            var best = EveryPlan.Best(call);
            if (best is null)
            {
                continue;
            }

            var plan = AssignReviewers.Solve(call).Plan!;
            bool Costs(HardRules without) => EveryPlan.Best(call with { Rules = without })!.Value is var other
                && (other.Minimum > best.Value.Minimum + 1e-9 || other.Total > best.Value.Total + 1e-6);

            Assert.Equal(Costs(call.Rules with { Language = false }), plan.Binding.Contains("language"));
            Assert.Equal(Costs(call.Rules with { OutsideCommunity = false }), plan.Binding.Contains("outsideCommunity"));
            Assert.Equal(Costs(call.Rules with { DistinctOrganisations = false }), plan.Binding.Contains("distinctOrganisations"));
            Assert.Equal(Costs(call.Rules with { NoReciprocal = false }), plan.Binding.Contains("noReciprocal"));
            named += plan.Binding.Count;
        }

        Assert.InRange(named, 3, 40);
    }
}
