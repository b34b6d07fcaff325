using System.Text.Json;
using Connections.Testing.Databases;
using Connections.Web.Verbs;

namespace Connections.Web.Tests.Verbs;

public sealed class ReviewVerbTests
{
    private const string Scores = """{"mode":"published","scale":{"min":1,"max":6},"places":1,"scores":[{"application":"A","reviewer":"r1","score":5},{"application":"B","reviewer":"r1","score":3},{"application":"A","reviewer":"r2","score":6},{"application":"B","reviewer":"r2","score":2}]}""";

    [Fact]
    public async Task A_document_from_standard_input_is_answered_on_standard_output()
    {
        var (code, output, errors) = await RunAsync(Scores, "rank", "--input", "-");

        Assert.Equal((0, ""), (code, errors));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(["A", "B"], json.RootElement.GetProperty("applications").EnumerateArray().Select(a => a.GetProperty("application").GetString()!));
    }

    [Fact]
    public async Task An_older_answer_is_replaced_behind_its_link_and_nothing_else_is_left()
    {
        var folder = TemporaryFolder.New("review");
        var (to, link) = (Path.Combine(folder, "out.json"), Path.Combine(folder, "link.json"));
        await File.WriteAllTextAsync(to, "an older answer");
        File.CreateSymbolicLink(link, to);

        var (code, _, errors) = await RunAsync(Scores, "rank", "--input", "-", "--output", link);

        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith("{", await File.ReadAllTextAsync(to));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public async Task A_file_is_read_and_a_file_is_written()
    {
        var folder = TemporaryFolder.New("review");
        var (from, to) = (Path.Combine(folder, "in.json"), Path.Combine(folder, "out.json"));
        await File.WriteAllTextAsync(from, Scores);

        var (code, output, _) = await RunAsync("", "rank", "--output", to, "--input", from);

        Assert.Equal((0, ""), (code, output));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(to));
        Assert.Equal(2, json.RootElement.GetProperty("applications").GetArrayLength());
    }

    [Theory]
    [InlineData]
    [InlineData("rank")]
    [InlineData("rank", "--input")]
    [InlineData("rank", "--inputs", "-")]
    [InlineData("--input", "-")]
    [InlineData("rank", "--input", "/there/is/no/such/file.json")]
    [InlineData("no-such-verb", "--input", "-")]
    public async Task Wrong_use_is_one_line_and_exit_code_2(params string[] args)
    {
        var (code, output, errors) = await RunAsync("{}", args);

        Assert.Equal((2, ""), (code, output));
        Assert.Single(errors.Trim().Split('\n'));
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string input, params string[] args)
    {
        using var reader = new StringReader(input);
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await ReviewVerb.RunAsync(args, reader, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
