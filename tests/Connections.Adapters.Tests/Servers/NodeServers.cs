using System.ComponentModel;
using System.Diagnostics;

namespace Connections.Adapters.Tests.Servers;

/// <summary>The folder with the Node servers, and starting one. Whatever is missing fails the tests that need it, with the way to mend it.</summary>
internal static class NodeServers
{
    private static readonly Lazy<Task> Packages = new(InstallAsync);

    public static string Folder { get; } = FindFolder();

    /// <summary>Starts <c>node</c> with the arguments and waits for the first line that <paramref name="isReady"/> accepts.</summary>
    public static async Task<(Process Process, string Line)> StartAsync(IEnumerable<string> arguments, Predicate<string> isReady)
    {
        await Packages.Value;
        var process = Start("node", arguments);
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (isReady(line))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // keeps the pipe from filling
                return (process, line);
            }
        }

        throw new InvalidOperationException($"node {string.Join(' ', arguments)} ended before it was ready: {await errors}");
    }

    public static async Task StopAsync(Process? process)
    {
        if (process is null)
        {
            return;
        }

        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task InstallAsync()
    {
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
        {
            return;
        }

        using var npm = Start("npm", ["ci", "--no-audit", "--no-fund"]);
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"'npm ci' in eng/test-servers failed: {await output}{errors}");
        }

        File.SetLastWriteTimeUtc(installed.FullName, DateTime.UtcNow);
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"'{program}' cannot be started ({e.Message}). These tests need Node.js 20 or later.", e);
        }
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Connections.sln")))
            {
                return Path.Combine(folder.FullName, "eng", "test-servers");
            }
        }

        throw new InvalidOperationException("The tests must run from inside the repository: Connections.sln was not found above them.");
    }
}
