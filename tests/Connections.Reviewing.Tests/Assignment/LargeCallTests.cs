using Connections.Reviewing.Assignment;

namespace Connections.Reviewing.Tests.Assignment;

/// <summary>Calls too large for proofs, made of small ones and very many reviewers who take nothing: the small one's exact answer is known.</summary>
public sealed class LargeCallTests
{
    [Theory]
    [InlineData("topics", 0)]
    [InlineData("rounded topics", 0)]
    [InlineData("few able", 0)]
    [InlineData("few able", 0.1)]
    [InlineData("wanted reviewers", 0)]
    [InlineData("squeezed", 0)]
    [InlineData("squeezed", 0.1)]
    [InlineData("whole numbers", 0)]
    public void Bounds_hold_and_plans_come_near_what_the_same_call_reaches_without_idle_reviewers(string kind, double spare)
    {
        for (var seed = 1UL; seed <= 4; seed++)
        {
            var call = StructuredCalls.Make(kind, 24, 16, 3, seed, spare);
            var exact = AssignReviewers.Solve(call).Plan!;
            var plan = AssignReviewers.Solve(WithIdleReviewers(call)).Plan!;

            var about = $"{kind} {spare} seed {seed}: {plan.Minimum:R} of {plan.MinimumBound:R}, exact {exact.Minimum:R}";
            Assert.Equal(exact.MinimumBound, exact.Minimum, 1e-9);
            Assert.True(plan.Minimum <= exact.Minimum + 1e-9 && exact.Minimum <= plan.MinimumBound + 1e-9, about);
            Assert.True(plan.Minimum >= 0.9 * exact.Minimum, about);
            if (plan.Minimum >= exact.Minimum - 1e-9)
            {
                Assert.InRange(plan.Total, 0, exact.TotalBound + 1e-9);
                Assert.InRange(exact.Total, 0, plan.TotalBound + 1e-9);
            }

            Assert.InRange(plan.Total, 0, plan.TotalBound);
            Assert.Equal(72, plan.Pairs.Count);
            Assert.DoesNotContain(plan.Pairs, pair => pair.Reviewer.StartsWith('~'));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_plan_that_keeps_the_rules_is_found_exactly_where_there_is_one(ulong seed)
    {
        var call = StructuredCalls.Make("topics", 24, 16, 3, seed, 0.5).WithRules(seed);
        var exact = AssignReviewers.Solve(call).Plan;
        var answer = AssignReviewers.Solve(WithIdleReviewers(call));

        Assert.Equal(exact is null, answer.Plan is null);
        if (answer.Plan is { } plan)
        {
            Calls.AssertKeeps(WithIdleReviewers(call), plan);
            Assert.InRange(exact!.Minimum, plan.Minimum - 1e-9, plan.MinimumBound + 1e-9);
        }
        else
        {
            Assert.NotEmpty(answer.Clash!.Explanation);
        }
    }

    [Fact]
    public void A_large_squeezed_call_comes_near_both_bounds()
    {
        var plan = AssignReviewers.Solve(WithIdleReviewers(StructuredCalls.Make("squeezed", 100, 100, 3, 1))).Plan!;

        Assert.InRange(plan.Minimum, 0.995 * plan.MinimumBound, plan.MinimumBound);

        // So few applications have little to choose from near the bound; real calls of this size come within 0.5 %.
        Assert.InRange(plan.Total, 0.993 * plan.TotalBound, plan.TotalBound);
    }

    private static AssignmentCall WithIdleReviewers(AssignmentCall call) => call with
    {
        Reviewers = [.. call.Reviewers, .. Enumerable.Range(0, 1_200).Select(i => new AvailableReviewer($"~{i:0000}", 0, 0))],
    };
}
