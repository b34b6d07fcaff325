using Connections.Reviewing.Ranking;

namespace Connections.Reviewing.Tests.Ranking;

public sealed class BudgetTests
{
    [Theory]
    [InlineData("civigrant-jma")]
    [InlineData("civigrant-strict")]
    public void The_published_cases_are_reproduced(string id)
    {
        var given = ReferenceFile.Json("budget_line_cases.json").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
        var requests = given.GetProperty("ranked_requests").EnumerateArray().Select(r => r.GetInt64()).ToArray();
        var policy = given.GetProperty("policy").GetString() == "skip-to-fit" ? LeftOverPolicy.SkipToFit : LeftOverPolicy.Stop;

        var walk = Walk(given.GetProperty("budget").GetInt64(), policy, requests);

        Assert.Equal(given.GetProperty("funded").EnumerateArray().Select(f => f.GetInt64()), walk.Awards.Select(a => a.Amount));
        Assert.Equal(given.GetProperty("left_over").GetInt64(), walk.LeftOver);
        Assert.Equal(2, walk.FullyFundable);
    }

    [Fact]
    public void A_reduced_offer_takes_what_is_left_and_ends_the_walk()
    {
        var walk = Walk(500, LeftOverPolicy.ReducedOffer, 250, 200, 100, 50);

        Assert.Equal([250, 200, 50], walk.Awards.Select(a => a.Amount));
        Assert.Equal([false, false, true], walk.Awards.Select(a => a.IsReduced));
        Assert.Equal(0, walk.LeftOver);
    }

    [Fact]
    public void Awards_beyond_the_budget_need_a_name()
    {
        var requests = Requests([300, 300]);
        var order = requests.Keys.Select(k => (IReadOnlyList<string>)[k]).ToArray();

        var unnamed = new Budget(500, LeftOverPolicy.Stop, requests, new BudgetOverride(" ", 100)).Walk(order);
        var named = new Budget(500, LeftOverPolicy.Stop, requests, new BudgetOverride("Head of fund", 100)).Walk(order);

        Assert.Single(unnamed.Awards);
        Assert.Equal(2, named.Awards.Count);
        Assert.Equal(0, named.LeftOver);
    }

    [Fact]
    public void Exact_ties_that_do_not_all_fit_are_left_to_a_draw()
    {
        var walk = new Budget(500, LeftOverPolicy.SkipToFit, Requests([300, 200, 200, 50])).Walk([["a0"], ["a1", "a2"], ["a3"]]);

        Assert.Equal(["a1", "a2"], walk.Undecided);
        Assert.Equal(200, walk.LeftOver);
    }

    private static BudgetWalk Walk(long amount, LeftOverPolicy policy, params long[] requests) =>
        new Budget(amount, policy, Requests(requests)).Walk([.. requests.Select((_, i) => (IReadOnlyList<string>)[$"a{i}"])]);

    private static Dictionary<string, long> Requests(long[] requests) =>
        requests.Select((amount, i) => (amount, i)).ToDictionary(x => $"a{x.i}", x => x.amount);
}
