using System.Text.Json;
using Connections.Reviewing.Records;

namespace Connections.Reviewing.Tests.Records;

public sealed class VerbTests
{
    [Fact]
    public void Rank_answers_in_the_documented_shape()
    {
        var scores = ReferenceFile.Csv("mock_p1_scores.csv").Select(row => $$"""{"application":"{{row[0]}}","reviewer":"{{row[1]}}","score":{{row[3]}}}""");
        var input = $$"""{"mode":"published","scale":{"min":1,"max":6},"places":5,"scores":[{{string.Join(',', scores)}}]}""";

        var output = Run("rank", input);

        var first = output.GetProperty("applications")[0];
        Assert.Equal("#1", first.GetProperty("application").GetString());
        Assert.Equal("fund", first.GetProperty("group").GetString());
        Assert.Equal(2.454, first.GetProperty("expectedRank").GetDouble(), 0.02);
        Assert.Equal(5.098, output.GetProperty("line").GetDouble(), 0.02);
        Assert.Equal(0.25, output.GetProperty("variance").GetProperty("reviewer").GetDouble(), 1e-9);
        Assert.True(output.GetProperty("discriminates").GetBoolean());
        Assert.Empty(output.GetProperty("warnings").EnumerateArray());
        string[] fields = ["application", "mean", "effect", "effectSd", "expectedRank", "percentile", "sucra", "rank05", "rank25", "rank75", "rank95", "inPlaces", "group", "boundaryCase"];
        Assert.Equal(fields, first.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void Rank_walks_a_budget()
    {
        var output = Run("rank", Examples.RankWithMoney);

        Assert.Equal(300, output.GetProperty("money").GetProperty("awarded").GetInt64());
        Assert.Equal(["A", "C"], output.GetProperty("money").GetProperty("awards").EnumerateArray().Select(a => a.GetProperty("application").GetString()));

        // C is below the line, and its request still fits.
        Assert.Equal([("A", 200), ("B", 0), ("C", 100)], output.GetProperty("applications").EnumerateArray().Select(a => (a.GetProperty("application").GetString()!, a.GetProperty("award").GetInt32())));
        Assert.Equal("decline", output.GetProperty("applications")[2].GetProperty("group").GetString());
    }

    [Fact]
    public void Exact_ties_that_the_budget_cannot_all_fund_are_for_the_draw()
    {
        var output = Run("rank", """
            {"scale":{"min":1,"max":6},"money":{"budget":100,"currency":"GBP","requests":{"A":60,"B":60}},
             "scores":[{"application":"A","reviewer":"r","score":5},{"application":"B","reviewer":"r","score":5}]}
            """);

        Assert.Equal(["A", "B"], output.GetProperty("money").GetProperty("undecided").EnumerateArray().Select(a => a.GetString()));
        Assert.All(output.GetProperty("applications").EnumerateArray(), a => Assert.Equal("draw", a.GetProperty("group").GetString()));
        Assert.All(output.GetProperty("applications").EnumerateArray(), a => Assert.Equal(JsonValueKind.Null, a.GetProperty("award").ValueKind));
        Assert.DoesNotContain(output.GetProperty("warnings").EnumerateArray(), w => w.GetString()!.Contains("does not cover", StringComparison.Ordinal));
    }

    [Fact]
    public void What_may_still_fit_after_a_draw_has_no_award_yet()
    {
        JsonElement[] Awards(string policy) => [.. Run("rank", $$"""
            {"scale":{"min":1,"max":6},"money":{"budget":100,"currency":"GBP","policy":"{{policy}}","requests":{"A":60,"B":60,"C":40,"D":200} },
             "scores":[{"application":"A","reviewer":"r","score":5},{"application":"B","reviewer":"r","score":5},{"application":"C","reviewer":"r","score":4},{"application":"D","reviewer":"r","score":3}]}
            """).GetProperty("applications").EnumerateArray().Select(a => a.GetProperty("award"))];

        Assert.Equal(["null", "null", "null", "0"], Awards("skip-to-fit").Select(a => a.GetRawText()));
        Assert.Equal(["null", "null", "0", "0"], Awards("stop").Select(a => a.GetRawText()));
    }

    [Theory]
    [InlineData("320", "320.0")]
    [InlineData("320", "3.2e2")]
    [InlineData("{", "\uFEFF{")]
    public void The_way_a_document_is_written_changes_nothing(string plain, string other)
    {
        var text = Examples.RankWithMoney.Trim();
        var place = text.IndexOf(plain, StringComparison.Ordinal);
        var written = text[..place] + other + text[(place + plain.Length)..];

        Assert.Equal(ReviewVerbs.Run("rank", text), ReviewVerbs.Run("rank", written));
    }

    [Fact]
    public void Assign_answers_in_the_documented_shape()
    {
        var output = Run("assign", Examples.Assign);

        Assert.Equal(4, output.GetProperty("pairs").GetArrayLength());
        Assert.Equal(output.GetProperty("objective").GetProperty("minimumBound").GetDouble(), output.GetProperty("objective").GetProperty("minimum").GetDouble(), 1e-9);
        Assert.Equal(["pairs", "objective", "connected", "perApplication", "perReviewer", "binding", "warnings"], output.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void An_infeasible_assignment_exits_with_three_and_says_why()
    {
        var result = ReviewVerbs.Run("assign", """{"applications":[{"id":"A","demand":2}],"reviewers":[{"id":"r1","maxLoad":5}]}""");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal("Application A needs 2 reviewers, but there is only 1 in all.\n", result.Errors);
        Assert.False(JsonDocument.Parse(result.Output).RootElement.GetProperty("feasible").GetBoolean());
    }

    [Fact]
    public void Several_clashes_are_a_line_each_and_from_the_sixth_on_a_number()
    {
        var applications = string.Join(',', Enumerable.Range(1, 7).Select(i => $$"""{"id":"A{{i}}","demand":{{i}}}"""));
        var result = ReviewVerbs.Run("assign", $$"""{"applications":[{{applications}}],"reviewers":[{"id":"r1","maxLoad":9}]}""");
        var output = JsonDocument.Parse(result.Output).RootElement;

        string[] expected = [.. Enumerable.Range(2, 5).Select(i => $"Application A{i} needs {i} reviewers, but there is only 1 in all."), "And 1 more."];
        Assert.Equal(expected, result.Errors.TrimEnd('\n').Split('\n'));
        Assert.Equal(expected, output.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal("A2", output.GetProperty("clash").GetProperty("applications")[0].GetString());
        Assert.Equal(["A3", "A4", "A5", "A6"], output.GetProperty("further").EnumerateArray().Select(c => c.GetProperty("applications")[0].GetString()));
    }

    [Fact]
    public void A_matrix_of_affinities_means_the_same_as_a_list()
    {
        var list = ReviewVerbs.Run("assign", Examples.Assign).Output;
        var matrix = ReviewVerbs.Run("assign", Examples.AssignMatrix).Output;

        Assert.Equal(list, matrix);
    }

    [Fact]
    public void Agreement_reproduces_the_published_table()
    {
        var reference = ReferenceFile.Json("reliability_expected.json").GetProperty("shrout_fleiss");
        var ratings = reference.GetProperty("targets_x_judges").EnumerateArray()
            .SelectMany((row, i) => row.EnumerateArray().Select((v, j) => $$"""{"unit":"u{{i}}","rater":"j{{j}}","value":{{v.GetDouble()}}}"""));

        var output = Run("agreement", $$"""{"metric":"interval","bootstrap":50,"seed":1,"ratings":[{{string.Join(',', ratings)}}]}""");

        Assert.Equal(reference.GetProperty("ICC2k").GetDouble(), output.GetProperty("icc").GetProperty("icc2k").GetDouble(), 1e-4);
        Assert.Equal(2, output.GetProperty("alpha95").GetArrayLength());
    }

    [Fact]
    public void Equity_publishes_no_small_group()
    {
        var open = Run("equity", Examples.Equity);
        var published = Run("equity", Examples.Equity.Replace("false", "true", StringComparison.Ordinal));

        Assert.Equal(0.1, open.GetProperty("groups").GetProperty("north").GetProperty("rate").GetDouble());
        var north = published.GetProperty("groups").GetProperty("north");
        Assert.Equal(JsonValueKind.Null, north.GetProperty("rate").ValueKind);
        Assert.Equal(JsonValueKind.Null, published.GetProperty("groups").GetProperty("east").GetProperty("rate").ValueKind);
        Assert.Equal(0, north.GetProperty("awarded").GetInt32());
        Assert.Equal(0.2, published.GetProperty("groups").GetProperty("south").GetProperty("rate").GetDouble());
    }

    [Fact]
    public void A_draw_verifies_and_a_tampered_one_does_not()
    {
        var draw = Run("draw", Examples.Draw);
        string Verify(string randomness) => $$"""
            {"commitment":{{draw.GetProperty("commitment").GetRawText()}},"reveal":{{draw.GetProperty("reveal").GetRawText()}},
             "randomness":"{{randomness}}","entrants":["A","B","C"],"places":2,"selected":{{draw.GetProperty("selected").GetRawText()}},
             "tickets":{{draw.GetProperty("tickets").GetRawText()}}}
            """;

        Assert.True(Run("verify-draw", Verify("drand 1")).GetProperty("valid").GetBoolean());
        Assert.NotEmpty(Run("verify-draw", Verify("drand 2")).GetProperty("reasons").EnumerateArray());
    }

    [Theory]
    [InlineData("rank", """{"scale":{"min":1,"max":6},"scores":[{"application":"A","reviewer":"r","score":7}]}""", "scores[0].score: 7 is not between 1 and 6")]
    [InlineData("rank", """{"scale":{"min":1,"max":6},"scores":[]}""", "scores: must not be empty")]
    [InlineData("rank", """{"scores":[{"application":"A","reviewer":"r","score":3}]}""", "scale: is missing")]
    [InlineData("rank", """{"scale":{"min":1,"max":6},"scores":[{"application":"A","reviewer":"r","score":NaN}]}""", "not valid JSON")]
    [InlineData("rank", """{"scale":{"min":1,"max":6},"scores":[{"application":"A","reviewer":"r","score":3},{"application":"A","reviewer":"r","score":4}]}""", "scores[1]: application \"A\" already has a score")]
    [InlineData("rank", """{"scale":{"min":1,"max":6},"panels":{"B":"p"},"scores":[{"application":"A","reviewer":"r","score":3}]}""", "panels.B: there is no such application")]
    [InlineData("assign", """{"applications":[{"id":"A","demand":1}],"reviewers":[{"id":"r","maxLoad":-1}]}""", "reviewers[0].maxLoad: -1 must be")]
    [InlineData("assign", """{"applications":[{"id":"A","demand":1}],"reviewers":[{"id":"r","maxLoad":1}],"conflicts":[{"application":"A","reviewer":"x"}]}""", "conflicts[0].reviewer: there is no reviewer \"x\"")]
    [InlineData("assign", """{"applications":[{"id":"A","demand":1},{"id":"A","demand":1}],"reviewers":[{"id":"r","maxLoad":1}]}""", "the id \"A\" is there twice")]
    [InlineData("assign", """{"applications":[{"id":"A","demand":1}],"reviewers":[{"id":"r","maxLoad":1}],"affinity":[{"application":"A","reviewer":"r","value":-2}]}""", "affinity[0].value: -2 is not between 0 and 1000000000")]
    [InlineData("agreement", """{"ratings":[{"unit":"A","rater":"r","value":1},{"unit":"A","rater":"r","value":1}]}""", "has already rated")]
    [InlineData("equity", """{"groups":{"north":{"applied":2,"awarded":3}}}""", "groups.north.awarded: 3 must be from 0 to 2")]
    [InlineData("draw", """{"secret":"s","randomness":"x","entrants":["A","A"],"places":1}""", "entrants[1]: \"A\" is there twice")]
    [InlineData("verify-draw", """{"commitment":"zz","reveal":"00","randomness":"x","entrants":["A"],"places":1,"selected":["A"]}""", "commitment: must be hexadecimal")]
    [InlineData("judge", "{}", "is not a verb of review")]
    [InlineData("draw", """{"secret":"s","secret":"t"}""", "a field that is there twice")]
    [InlineData("draw", """{"secret":"s","randomness":"x","entrants":["A"],"places":1.5}""", "places: must be a whole number")]
    [InlineData("rank", "[]", "must be one JSON object")]
    [InlineData("rank", "", "not valid JSON")]
    public void Bad_input_is_named_by_its_place(string verb, string input, string expected)
    {
        var result = ReviewVerbs.Run(verb, input);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
    }

    private static JsonElement Run(string verb, string input)
    {
        var result = ReviewVerbs.Run(verb, input);
        Assert.Equal("", result.Errors);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(result, ReviewVerbs.Run(verb, input));
        return JsonDocument.Parse(result.Output).RootElement;
    }
}
