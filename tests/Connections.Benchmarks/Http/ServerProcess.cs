using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Connections.Benchmarks.Http;

/// <summary>A server in a process of its own, on a free loopback port, ended when disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> said = [];

    private ServerProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
        process.OutputDataReceived += (_, e) =>
        {
            lock (said)
            {
                said.Add(e.Data ?? "");
            }
        };
        process.BeginOutputReadLine();
    }

    public int Port { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the portal itself in its Production settings on a database that is already filled.</summary>
    public static Task<ServerProcess> PortalAsync(string connectionString, string folder) =>
        PortalAsync(connectionString, folder, "Production", ["--Jobs:Enabled", "false", "--Logging:LogLevel:Default", "Error"]);

    /// <summary>Starts the portal with its jobs and its demonstration data, as a developer does, and with limits that one
    /// machine which plays all visitors does not reach.</summary>
    public static Task<ServerProcess> DemonstrationAsync(string connectionString, string folder) =>
        PortalAsync(connectionString, folder, "Development",
        [
            "--Site:ImportAtStart", "true", "--RateLimits:AnonymousWritesPerMinute", "100000000", "--RateLimits:SignedInWritesPerMinute", "100000000",
            "--RateLimits:MailsPerTenMinutes", "100000000", "--Logging:LogLevel:Default", "Error", "--Logging:LogLevel:Connections.Web.Starting", "Information",
        ]);

    private static Task<ServerProcess> PortalAsync(string connectionString, string folder, string environment, string[] settings)
    {
        var root = RepositoryRoot();
        var program = Path.Combine(root, "src", "Connections.Web", "bin", "Release", "net10.0", "Connections.Web.dll");
        return StartAsync(environment, port =>
        [
            program, "--contentRoot", Path.Combine(root, "src", "Connections.Web"), "--Urls", $"http://127.0.0.1:{port}", "--Site:PublicUrl", $"http://127.0.0.1:{port}",
            "--ConnectionStrings:Default", connectionString, "--Site:ImportAtStart", "false",
            "--Mail:PickupFolder", Path.Combine(folder, "mail"), "--Blobs:Folder", Path.Combine(folder, "blobs"), .. settings,
        ]);
    }

    /// <summary>Starts this program as a bare server that answers every path with the same bytes from memory.</summary>
    public static Task<ServerProcess> StaticAsync(int bytes, int status) =>
        StartAsync("Production", port => [Path.Combine(AppContext.BaseDirectory, "Connections.Benchmarks.dll"), StaticServer.Verb, $"{port}", $"{bytes}", $"{status}"]);

    /// <summary>Waits for a line of the server's own notice.</summary>
    public async Task<string> SaidAsync(string text)
    {
        for (var i = 0; i < 240; i++)
        {
            lock (said)
            {
                if (said.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
                {
                    return line;
                }
            }

            await Task.Delay(250);
        }

        throw new InvalidOperationException($"The server did not say “{text}”.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(string environment, Func<int, string[]> arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", arguments(port)) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        var server = new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException("The server did not start."), port);
        for (var i = 0; i < 360; i++)
        {
            try
            {
                using var connection = await RawConnection.OpenAsync(port);
                return server;
            }
            catch (SocketException) when (!server.process.HasExited)
            {
                await Task.Delay(500);
            }
        }

        throw new InvalidOperationException($"Nothing listens on port {port}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Connections.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The source tree was not found above the program.");
    }
}
