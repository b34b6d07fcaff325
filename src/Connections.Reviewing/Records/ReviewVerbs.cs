using System.Text.Json;

namespace Connections.Reviewing.Records;

/// <summary>What a verb answers.</summary>
/// <param name="ExitCode">0 done; 2 bad input; 3 no assignment is possible.</param>
/// <param name="Output">One JSON document and a line feed; empty for bad input.</param>
/// <param name="Errors">One line for each problem; empty when there is none.</param>
public sealed record VerbResult(int ExitCode, string Output, string Errors);

/// <summary>The review engine's command line: JSON text in, JSON text out. The host only reads and writes the files.</summary>
/// <remarks>
/// Verbs: assign, rank, agreement, equity, draw, verify-draw; their documents are described in docs/fair-review.md. Guarantees: the same
/// document gives the same bytes, whatever the order of its rows; numbers are rounded to ten decimals; every problem of a bad document
/// is named by its place (<c>scores[3].score</c>), at most fifty of them; a property that the verb does not know has no effect but a
/// warning; no input leads to an exception.
/// </remarks>
public static class ReviewVerbs
{
    private const int LongestInput = 400_000_000;

    /// <summary>Some programs begin a text with this invisible character; files lose it when they are read, standard input does not.</summary>
    private const char ByteOrderMark = '\uFEFF';

    public static IReadOnlyList<string> Names { get; } = ["assign", "rank", "agreement", "equity", "draw", "verify-draw"];

    public static VerbResult Run(string verb, string json)
    {
        if (!Names.Contains(verb))
        {
            return Refused([$"\"{verb}\" is not a verb of review: use one of {string.Join(", ", Names)}."]);
        }

        if (json.Length > LongestInput)
        {
            return Refused([$"The input is longer than {LongestInput} characters."]);
        }

        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false, MaxDepth = 32 };
        try
        {
            using var document = JsonDocument.Parse(json.AsMemory(json.StartsWith(ByteOrderMark) ? 1 : 0), options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Answer(verb, document.RootElement)
                : Refused(["The input must be one JSON object."]);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException && json.Length > 0 && !IsWholeText(json))
        {
            return Refused(["The input contains text that is not valid Unicode."]);
        }
        catch (JsonException e) when (e.LineNumber is null)
        {
            return Refused(["The input has a field that is there twice in one object."]);
        }
        catch (JsonException e)
        {
            return Refused([$"The input is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})."]);
        }
    }

    private static VerbResult Answer(string verb, JsonElement root)
    {
        var problems = new InputProblems();
        var shape = InputShape.Root();
        var input = new InputObject(root, "", problems, shape);
        Func<IReadOnlyList<string>, (int, string)> answer = verb switch
        {
            "assign" => AssignRecord.Read(input),
            "rank" => RankRecord.Read(input),
            "agreement" => AgreementRecord.Read(input),
            "equity" => EquityRecord.Read(input),
            "draw" => DrawRecords.ReadDraw(input),
            _ => DrawRecords.ReadVerification(input),
        };
        if (problems.Any)
        {
            return Refused(problems.Lines);
        }

        // A published draw holds its call, title, dates and source by right.
        var (exitCode, output) = answer(shape.Unknown(nearMissesOnly: verb == "verify-draw"));
        return new VerbResult(exitCode, output, exitCode == 0 ? "" : AssignRecord.ExplanationIn(output) + "\n");
    }

    /// <summary>False when half of a surrogate pair stands alone, written out or as an escape.</summary>
    private static bool IsWholeText(string json) =>
        !json.Contains("\\u", StringComparison.Ordinal) && !json.Any(char.IsSurrogate);

    private static VerbResult Refused(IEnumerable<string> lines) => new(2, "", string.Join('\n', lines) + "\n");
}
