using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Connections.Testing;

namespace Connections.Web.Tests.Architecture;

/// <summary>Small files and honest names.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 350;

    private static readonly string[] Pure = ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Guid.NewGuid", "Random.Shared", "new Random("];

    [Fact]
    public void No_file_is_longer_than_350_lines()
    {
        var files = SourceTree.Files("src", ".cs", ".cshtml", ".razor", ".css", ".js", ".mjs", ".sql")
            .Concat(SourceTree.Files("tests", ".cs")).Concat(SourceTree.Files("eng", ".cs", ".sh", ".mjs")).Concat(SourceTree.Files("themes", ".css", ".cshtml"));

        var tooLong = files.Select(f => (File: Path.GetRelativePath(SourceTree.Root, f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > LongestFile).Select(f => $"{f.File}: {f.Lines}");

        Faults.AssertNone(tooLong);
    }

    [Fact]
    public void No_type_has_a_vague_name()
    {
        var vague = new[] { "Connections.Domain", "Connections.Reviewing", "Connections.Data", "Connections.Adapters", "Connections.Web", "Connections.Testing" }
            .SelectMany(a => Assembly.Load(a).GetTypes())
            .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && !t.Name.Contains('<', StringComparison.Ordinal) && !t.Name.Contains('_', StringComparison.Ordinal))
            .Select(t => t.FullName!)
            .Where(name => Vague().IsMatch(name.Split('.', '+')[^1].Split('`')[0]));

        Faults.AssertNone(vague);
    }

    [Fact]
    public void No_folder_has_a_vague_name()
    {
        var vague = SourceTree.Files("src", ".cs", ".cshtml", ".razor")
            .SelectMany(f => Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(f)!).Split('/')).Distinct()
            .Where(folder => Vague().IsMatch(folder) || folder is "Base" or "Service" or "Services");

        Faults.AssertNone(vague);
    }

    [Theory]
    [InlineData("Connections.Domain")]
    [InlineData("Connections.Reviewing")]
    public void Pure_code_reads_no_clock_and_draws_no_chance(string project)
    {
        var found = SourceTree.Files($"src/{project}", ".cs")
            .SelectMany(f => Pure.Where(File.ReadAllText(f).Contains).Select(p => $"{Path.GetFileName(f)}: {p}"));

        Faults.AssertNone(found);
    }

    [Fact]
    public void No_view_has_a_style_or_a_script_inside()
    {
        var found = SourceTree.Files("src/Connections.Web/Features", ".cshtml").Concat(SourceTree.Files("themes", ".cshtml"))
            .Where(f => Inline().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(SourceTree.Root, f));

        Faults.AssertNone(found);
    }

    [GeneratedRegex("(?<!Tag)Helpers?$|Util|Manager$|Common|Misc|Processor$|Impl$|Info$|^Extensions$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vague();

    [GeneratedRegex("""<style|<script(?![^>]*\bsrc=)(?![^>]*type="application/(ld\+)?json")|\sstyle="|\son[a-z]+="|javascript:""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();
}
