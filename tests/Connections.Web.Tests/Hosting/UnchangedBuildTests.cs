using System.Diagnostics;
using Connections.Testing;

namespace Connections.Web.Tests.Hosting;

/// <summary>A build is left out when nothing has changed, and only then. Two small projects in a folder of their own stand for
/// the portal and what it stands on; the targets are the portal's.</summary>
public sealed class UnchangedBuildTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("connections-build").FullName;

    public UnchangedBuildTests()
    {
        // Nothing above this folder is to be found.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("global.json", "{}");
        Write("themes/scotland/theme.css", "");
        Write("src/Portal/wwwroot/dist/.stamp", "");
        Write("src/Word/Word.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        Write("src/Word/Word.cs", Word("one"));
        Write("src/Portal/Portal.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><RepositoryRoot>{root}/</RepositoryRoot></PropertyGroup>
              <ItemGroup><ProjectReference Include="../Word/Word.csproj" /></ItemGroup>
              <Import Project="{SourceTree.Root}/src/Connections.Web/Starting/UnchangedBuild.targets" />
            </Project>
            """);
        Write("src/Portal/Program.cs", "System.Console.Write(Word.Said);");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task What_has_changed_is_built_and_what_has_not_is_left_out()
    {
        Assert.Equal(Done.Whole, await BuildAsync());
        Assert.Equal(Done.Nothing, await BuildAsync());

        Write("src/Word/Word.cs", Word("two"));
        Assert.Equal(Done.Build, await BuildAsync());
        Assert.Equal("two", await RunAsync("src/Portal/bin/Debug/net10.0/Portal.dll"));
        Assert.Equal(Done.Nothing, await BuildAsync());

        Write("src/Word/Word.cs", "not a program");
        Assert.Equal(Done.Failed, await BuildAsync());
        Write("src/Word/Word.cs", Word("three"));
        Assert.Equal(Done.Build, await BuildAsync());

        // Neither an older file that was put there nor one that was taken away is newer than the last build.
        Write("src/Word/Added.cs", "public class Added;");
        File.SetLastWriteTimeUtc(Path.Combine(root, "src/Word/Added.cs"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(Done.Build, await BuildAsync());
        Assert.Equal(Done.Nothing, await BuildAsync());
        File.Delete(Path.Combine(root, "src/Word/Added.cs"));
        Assert.Equal(Done.Build, await BuildAsync());

        File.Delete(Path.Combine(root, "src/Portal/bin/Debug/net10.0/Word.dll"));
        Assert.Equal(Done.Build, await BuildAsync());
        Assert.Equal("three", await RunAsync("src/Portal/bin/Debug/net10.0/Portal.dll"));

        Assert.Equal(Done.Build, await BuildAsync("-t:Rebuild"));
        Assert.Equal("three", await RunAsync("src/Portal/bin/Debug/net10.0/Portal.dll"));
    }

    [Fact]
    public async Task A_restore_is_left_out_until_a_project_changes_or_one_is_asked_for()
    {
        Assert.Equal(Done.Whole, await BuildAsync());
        Assert.DoesNotContain(LeftOut("Restore"), await RunAsync("restore", "src/Portal", "-v:n"), StringComparison.Ordinal);

        File.SetLastWriteTimeUtc(Path.Combine(root, "src/Word/Word.csproj"), DateTime.UtcNow);
        Assert.Equal(Done.Whole, await BuildAsync());
        Assert.Equal(Done.Nothing, await BuildAsync());

        Directory.Delete(Path.Combine(root, "src/Word/obj"), recursive: true);
        Assert.Equal(Done.Whole, await BuildAsync());
        Assert.Equal(Done.Nothing, await BuildAsync());
    }

    private enum Done { Whole, Build, Nothing, Failed }

    private async Task<Done> BuildAsync(params string[] arguments)
    {
        var said = await RunAsync(["build", "src/Portal", "-v:n", "--nologo", .. arguments]);
        return !said.Contains("Build succeeded.", StringComparison.Ordinal) ? Done.Failed
            : said.Contains(LeftOut("NoteChanges"), StringComparison.Ordinal) && arguments is [] ? Done.Nothing
            : said.Contains(LeftOut("Restore"), StringComparison.Ordinal) ? Done.Build
            : Done.Whole;
    }

    private static string LeftOut(string target) => $"Skipping target \"{target}\" because all output files are up-to-date";

    private async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said + await errors;
    }

    private static string Word(string said) => $$"""public static class Word { public static string Said => "{{said}}"; }""";

    private void Write(string file, string text)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
