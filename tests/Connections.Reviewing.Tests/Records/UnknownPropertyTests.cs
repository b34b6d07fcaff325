using System.Text.Json;
using System.Text.Json.Nodes;
using Connections.Reviewing.Records;

namespace Connections.Reviewing.Tests.Records;

/// <summary>What a verb does with properties it does not know: a warning and nothing else.</summary>
public sealed class UnknownPropertyTests
{
    [Theory]
    [InlineData("rank", "\"places\":1", "\"place\":1", "The property \"place\" is not known and was ignored: did you mean \"places\"?")]
    [InlineData("rank", "\"places\":1", "\"Places\":1", "The property \"Places\" is not known and was ignored: did you mean \"places\"?")]
    [InlineData("rank", "\"boundaryCases\"", "\"boundary_cases\"", "The property \"boundary_cases\" is not known and was ignored: did you mean \"boundaryCases\"?")]
    [InlineData("rank", "\"places\":1", "\"places\":1,\"Places\":9", "The property \"Places\" is not known and was ignored.")]
    [InlineData("rank", "\"places\":1", "\"places\":1,\"note\":null", "The property \"note\" is not known and was ignored.")]
    [InlineData("rank", "\"max\":6", "\"max\":6,\"step\":1", "The property \"step\" of scale is not known and was ignored.")]
    [InlineData("rank", "\"score\":5.0", "\"score\":5.0,\"source\":\"letter\"", "The property \"source\" in 1 row of scores is not known and was ignored.")]
    [InlineData("assign", "\"affinity\"", "\"affinities\"", "The property \"affinities\" is not known and was ignored: did you mean \"affinity\"?")]
    [InlineData("assign", "\"language\":\"", "\"languages\":\"", "The property \"languages\" in 2 rows of applications is not known and was ignored: did you mean \"language\"?")]
    [InlineData("assign", "\"minLoad\"", "\"min_load\"", "The property \"min_load\" in 1 row of reviewers is not known and was ignored: did you mean \"minLoad\"?")]
    [InlineData("agreement", "\"criterion\"", "\"criteria\"", "The property \"criteria\" in 1 row of ratings is not known and was ignored: did you mean \"criterion\"?")]
    [InlineData("equity", "\"applied\":20", "\"applied\":20,\"withdrawn\":3", "The property \"withdrawn\" in 1 entry of groups is not known and was ignored.")]
    [InlineData("equity", "\"publish\"", "\"published\"", "The property \"published\" is not known and was ignored: did you mean \"publish\"?")]
    [InlineData("draw", "\"link\"", "\"lnik\"", "The property \"lnik\" is not known and was ignored: did you mean \"link\"?")]
    [InlineData("verify-draw", "\"steps\"", "\"step\"", "The property \"step\" is not known and was ignored: did you mean \"steps\"?")]
    public void A_property_that_is_not_known_is_told_once(string verb, string known, string written, string warning)
    {
        var example = Example(verb);
        Assert.Contains(known, example, StringComparison.Ordinal);

        var result = ReviewVerbs.Run(verb, example.Replace(known, written, StringComparison.Ordinal));

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal([warning], Warnings(result).Where(w => w.Contains("not known", StringComparison.Ordinal)));
    }

    [Fact]
    public void But_for_the_warning_the_answer_is_the_same()
    {
        Assert.All(Examples.All, example =>
        {
            var plain = JsonNode.Parse(ReviewVerbs.Run(example.Verb, example.Input).Output)!.AsObject();
            var noted = JsonNode.Parse(ReviewVerbs.Run(example.Verb, "{\"remarks\":{\"by\":\"a clerk\"}," + example.Input.Trim()[1..]).Output)!.AsObject();

            var warnings = noted["warnings"]?.AsArray();
            if (plain["warnings"] is null)
            {
                noted.Remove("warnings");
            }
            else
            {
                warnings!.RemoveAt(warnings.Count - 1);
            }

            Assert.Equal(plain.ToJsonString(), noted.ToJsonString());
        });
    }

    [Fact]
    public void The_examples_hold_nothing_unknown() =>
        Assert.All(Examples.All, example => Assert.DoesNotContain("not known", ReviewVerbs.Run(example.Verb, example.Input).Output, StringComparison.Ordinal));

    [Fact]
    public void A_thousand_rows_with_the_same_property_give_one_line_whatever_their_order()
    {
        string[] rows = [.. Enumerable.Range(0, 1000).Select(i => $$"""{"unit":"a{{i / 4}}","rater":"r{{i % 4}}","value":{{1 + (i * 7 % 5)}},"{{(i % 3 == 0 ? "remark" : "values")}}":{{i}}}""")];
        string Input(IEnumerable<string> list) => $$"""{"bootstrap":0,"ratings":[{{string.Join(',', list)}}]}""";

        var result = ReviewVerbs.Run("agreement", Input(rows));

        string[] expected =
        [
            "The property \"remark\" in 334 rows of ratings is not known and was ignored.",
            "The property \"values\" in 666 rows of ratings is not known and was ignored.",
        ];
        Assert.Equal(expected, Warnings(result));
        Assert.Equal(result, ReviewVerbs.Run("agreement", Input(rows.Reverse())));
    }

    [Fact]
    public void Very_many_unknown_properties_are_counted_and_near_misses_come_first()
    {
        var others = string.Concat(Enumerable.Range(100, 40).Select(i => $"\"x{i}\":1,"));
        var warnings = Warnings(ReviewVerbs.Run("draw", "{" + others + Examples.Draw.Replace("\"chain\"", "\"chian\"", StringComparison.Ordinal)[1..]));

        Assert.Equal("The property \"chian\" is not known and was ignored: did you mean \"chain\"?", warnings[0]);
        Assert.Equal("The property \"x100\" is not known and was ignored.", warnings[1]);
        Assert.Equal("21 more properties are not known and were ignored.", warnings[^1]);
        Assert.Equal(21, warnings.Length);
    }

    [Fact]
    public void A_published_draw_may_hold_what_else_it_likes()
    {
        const string Record = """
            {"call":"small-grants-2026","title":"Small grants","publishedAt":"2026-03-01","randomnessSource":"drand","randomnessRound":7,"randomnessUrl":"https://example.org",
             "selectedAt":"2026-03-02","selectedBy":"the panel","place":"Leith","pool":"open","hash":"SHA-256","source":"drand","rules":[],"notes":"","link":8,"secret":null,
             "commitment":"9c3b8d1ac50a6fa0ee9e5a4ecaa0a3b4f1b44ad0b63c08a2b0b28a6e9c5c1b11","reveal":"0c3b8d1ac50a6fa0ee9e5a4ecaa0a3b4f1b44ad0b63c08a2b0b28a6e9c5c1b11",
             "randomness":"drand 1","entrants":["A","B"],"places":1,"selected":["A"]}
            """;

        Assert.Empty(Warnings(ReviewVerbs.Run("verify-draw", Record)));
        Assert.Equal(
            ["The property \"poolhash\" is not known and was ignored: did you mean \"poolHash\"?"],
            Warnings(ReviewVerbs.Run("verify-draw", Record.Replace("\"hash\"", "\"poolhash\"", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("rank", "\"reviewer\":\"r1\",\"score\":5.0", "\"reviever\":\"r1\",\"score\":5.0", "scores[0].reviewer: is missing: did you mean \"reviewer\" by \"reviever\"?")]
    [InlineData("rank", "\"score\":5.0", "\"Score\":5.0", "scores[0].score: is missing: did you mean \"score\" by \"Score\"?")]
    [InlineData("rank", "\"scale\"", "\"scala\"", "scale: is missing: did you mean \"scale\" by \"scala\"?")]
    [InlineData("rank", "\"scale\":", "\"width\":", "scale: is missing: give the lowest")]
    [InlineData("assign", "\"id\":\"r3\"", "\"identifier\":\"r3\"", "reviewers[2].id: is missing: did you mean \"id\" by \"identifier\"?")]
    [InlineData("assign", "\"maxLoad\":1", "\"maxload\":1", "reviewers[2].maxLoad: is missing: did you mean \"maxLoad\" by \"maxload\"?")]
    [InlineData("assign", "\"maxLoad\":2,\"languages\":[\"en\"]", "\"languages\":[\"en\"]", "reviewers[0].maxLoad: is missing\n")]
    [InlineData("assign", "\"noReciprocal\"", "\"noReciprocals\"", "rules.noReciprocals: is not a rule: did you mean \"noReciprocal\"?")]
    [InlineData("assign", "\"noReciprocal\"", "\"noFriends\"", "rules.noFriends: is not a rule: use language, ")]
    [InlineData("equity", "\"groups\"", "\"group\"", "groups: is missing: did you mean \"groups\" by \"group\"?")]
    [InlineData("verify-draw", "\"selected\"", "\"selection\"", "selected: is missing: did you mean \"selected\" by \"selection\"?")]
    [InlineData("draw", "\"entrants\"", "\"entrant\"", "entrants: is missing: did you mean \"entrants\" by \"entrant\"?")]
    public void A_required_property_that_is_misspelt_is_named_with_the_slip(string verb, string known, string written, string expected)
    {
        var example = Example(verb);
        Assert.Contains(known, example, StringComparison.Ordinal);

        var result = ReviewVerbs.Run(verb, example.Replace(known, written, StringComparison.Ordinal));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_without_requests_is_told_once()
    {
        var result = ReviewVerbs.Run("rank", Examples.RankWithMoney.Replace("\"requests\"", "\"request\"", StringComparison.Ordinal));

        Assert.Equal("money.requests: is missing: did you mean \"requests\" by \"request\"?\n", result.Errors);
    }

    [Fact]
    public void A_clash_carries_the_warnings_too()
    {
        var result = ReviewVerbs.Run("assign", """{"applications":[{"id":"A","demand":2}],"reviewers":[{"id":"r1","maxLoad":5,"limit":5}]}""");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(["The property \"limit\" in 1 row of reviewers is not known and was ignored."], Warnings(result));
    }

    private static string Example(string verb) => Examples.All.First(e => e.Verb == verb).Input;

    private static string[] Warnings(VerbResult result) =>
        JsonDocument.Parse(result.Output).RootElement.TryGetProperty("warnings", out var list) ? [.. list.EnumerateArray().Select(w => w.GetString()!)] : [];
}
