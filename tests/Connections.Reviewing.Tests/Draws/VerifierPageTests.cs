using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connections.Reviewing.Records;

namespace Connections.Reviewing.Tests.Draws;

/// <summary>The static page's own code, run by Node's WebCrypto on records made by the engine and on spoilt ones.</summary>
public sealed class VerifierPageTests
{
    private const string Script = """
        import { readRecord, verify } from './draw-proof.mjs';
        let text = '';
        for await (const part of process.stdin) { text += part; }
        const answers = [];
        for (const entry of JSON.parse(text)) {
          const { record, problems } = readRecord(entry);
          answers.push(record ? await verify(record) : { problems });
        }
        console.log(JSON.stringify(answers));
        """;

    [Fact]
    public void The_page_agrees_with_the_engine_on_true_and_on_spoilt_records()
    {
        var record = TrueRecord();
        string[] records =
        [
            record.ToJsonString(),
            With(record, "randomness", "another number"),
            With(record, "commitment", new string('a', 64)),
            With(record, "reveal", new string('b', 64)),
            With(record, "places", 1),
            With(record, "selected", new JsonArray("SCF-01", "stranger")),
            With(record, "substitutes", new JsonArray([.. record["substitutes"]!.AsArray().Reverse().Select(n => n!.DeepClone())])),
            With(record, "entrants", new JsonArray([.. record["entrants"]!.AsArray().Skip(1).Select(n => n!.DeepClone())])),
            With(record, "steps", 3),
            With(record, "tickets", new JsonArray()),
            With(record, "tickets", new JsonArray([.. record["tickets"]!.AsArray().Append(new JsonObject { ["entrant"] = "stranger", ["ticket"] = "00" }).Select(n => n!.DeepClone())])),
            With(record, "poolHash", new string('c', 64)),
        ];

        var answers = RunPage(records);

        for (var i = 0; i < records.Length; i++)
        {
            var engine = JsonDocument.Parse(ReviewVerbs.Run("verify-draw", records[i]).Output).RootElement.GetProperty("valid").GetBoolean();
            Assert.Equal(i == 0, engine);
            Assert.Equal(engine, answers[i].GetProperty("valid").GetBoolean());
        }

        Assert.Equal(
            record["tickets"]!.AsArray().Select(t => (string?)t!["ticket"]),
            answers[0].GetProperty("tickets").EnumerateArray().Select(t => t.GetProperty("ticket").GetString()));
    }

    [Fact]
    public void Text_that_is_no_record_is_refused_in_words()
    {
        var answers = RunPage(["", "[]", "{}", """{"commitment":"zz","reveal":7,"entrants":["A","A"],"places":0,"selected":"A"}"""]);

        Assert.All(answers, answer => Assert.NotEmpty(answer.GetProperty("problems").EnumerateArray()));
    }

    [Fact]
    public void The_page_has_no_inline_script_or_style()
    {
        var html = File.ReadAllText(Path.Combine(PageFolder(), "index.html"));

        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onclick", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<script type=\"module\" src=\"page.js\"></script>", html, StringComparison.Ordinal);
    }

    private static JsonObject TrueRecord()
    {
        const string input = """{"chain":10,"secret":"kept in a safe","link":9,"randomness":"drand 4711: 9f3c","entrants":["SCF-01","SCF-02","SCF-03","Émigré-04","协会-05"],"places":2}""";
        var record = JsonNode.Parse(ReviewVerbs.Run("draw", input).Output)!.AsObject();
        record["randomness"] = "drand 4711: 9f3c";
        record["entrants"] = JsonNode.Parse(input)!["entrants"]!.DeepClone();
        record["places"] = 2;
        record["steps"] = 1;
        return record;
    }

    private static string With(JsonObject record, string name, JsonNode value)
    {
        var changed = record.DeepClone().AsObject();
        changed[name] = value;
        return changed.ToJsonString();
    }

    private static JsonElement[] RunPage(string[] records)
    {
        var folder = Directory.CreateTempSubdirectory("verify-draw");
        try
        {
            // Node takes a module by its ending; the browser by the type of the script element.
            File.Copy(Path.Combine(PageFolder(), "draw-proof.js"), Path.Combine(folder.FullName, "draw-proof.mjs"));
            File.WriteAllText(Path.Combine(folder.FullName, "run.mjs"), Script);
            var start = new ProcessStartInfo("node", "run.mjs")
            {
                WorkingDirectory = folder.FullName, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
            };
            using var node = Process.Start(start)!;
            node.StandardInput.Write(JsonSerializer.Serialize(records));
            node.StandardInput.Close();
            var output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            Assert.Equal(0, node.ExitCode);
            return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string PageFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Connections.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "src", "Connections.Web", "wwwroot", "verify-draw");
    }
}
