using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connections.Reviewing.Numerics;
using Connections.Reviewing.Records;

namespace Connections.Reviewing.Tests.Records;

/// <summary>A thousand spoilt documents: each is answered or refused line by line, none throws.</summary>
public sealed class MutatedInputTests
{
    private const int Documents = 1000;
    private static readonly string[] Odd =
    [
        "null", "true", "\"\"", "\" \"", "-1", "0", "1e308", "1e-320", "1.5", "-0.0", "99999999999999999999", "[]", "{}", "[[]]", "\"\\ud800\"", "\"\\u0000\"", "\"NaN\"", "\"A\"", "[null]", "1e999",
    ];

    [Fact]
    public void Every_mutated_document_is_answered_or_refused_in_words()
    {
        var random = new SeededRandom(2024);
        var answered = 0;
        var refused = 0;
        for (var k = 0; k < Documents; k++)
        {
            var (verb, input) = Examples.All[k % Examples.All.Count];
            var mutated = k % 3 == 0 ? SpoilText(input, random) : SpoilValue(input, random);

            var result = ReviewVerbs.Run(verb, mutated);

            Assert.Contains(result.ExitCode, new[] { 0, 2, 3 });
            Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", result.Errors, StringComparison.Ordinal);
            if (result.ExitCode == 2)
            {
                refused++;
                Assert.Empty(result.Output);
                Assert.All(result.Errors.TrimEnd('\n').Split('\n'), line => Assert.NotEmpty(line.Trim()));
            }
            else
            {
                answered++;
                using var document = JsonDocument.Parse(result.Output);
                Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
            }
        }

        Assert.True(refused > 300 && answered > 30, $"{refused} refused, {answered} answered");
    }

    [Fact]
    public void The_examples_themselves_are_answered() =>
        Assert.All(Examples.All, example => Assert.Equal("", ReviewVerbs.Run(example.Verb, example.Input).Errors));

    /// <summary>Cuts, doubles or overwrites characters.</summary>
    private static string SpoilText(string input, SeededRandom random)
    {
        var text = new StringBuilder(input);
        for (var n = 1 + random.NextIndex(3); n > 0; n--)
        {
            var at = random.NextIndex(text.Length);
            switch (random.NextIndex(4))
            {
                case 0:
                    text.Length = at + 1;
                    break;
                case 1:
                    text.Remove(at, Math.Min(1 + random.NextIndex(8), text.Length - at));
                    text.Append(' ');
                    break;
                case 2:
                    text.Insert(at, (char)(random.NextIndex(3) == 0 ? 0xD800 : 32 + random.NextIndex(95)));
                    break;
                default:
                    text[at] = (char)(32 + random.NextIndex(95));
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Replaces, removes or doubles one value somewhere in the document.</summary>
    private static string SpoilValue(string input, SeededRandom random)
    {
        var root = JsonNode.Parse(input)!;
        var places = new List<(JsonNode Parent, object Key)>();
        Collect(root, places);
        var (parent, key) = places[random.NextIndex(places.Count)];
        const string Mark = "\"@here@\"";
        var choice = random.NextIndex(4);
        if (choice == 0 && parent is JsonObject record)
        {
            record.Remove((string)key);
            return root.ToJsonString();
        }

        if (choice == 1 && parent is JsonArray list)
        {
            list.Add(list[(int)key]?.DeepClone());
            return root.ToJsonString();
        }

        if (parent is JsonObject named)
        {
            named[(string)key] = "@here@";
        }
        else
        {
            ((JsonArray)parent)[(int)key] = "@here@";
        }

        return root.ToJsonString().Replace(Mark, Odd[random.NextIndex(Odd.Length)], StringComparison.Ordinal);
    }

    private static void Collect(JsonNode node, List<(JsonNode, object)> places)
    {
        if (node is JsonObject record)
        {
            foreach (var (name, value) in record)
            {
                places.Add((record, name));
                if (value is not null)
                {
                    Collect(value, places);
                }
            }
        }

        if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                places.Add((list, i));
                if (list[i] is { } value)
                {
                    Collect(value, places);
                }
            }
        }
    }
}
