using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Connections.Benchmarks.Mail;

/// <summary>Postfix's smtp-sink: speaks SMTP and throws every mail away, so that only the sender is measured.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private const string Program = "/usr/sbin/smtp-sink";

    private readonly Process process;

    private SmtpSink(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    public int Port { get; }

    public TimeSpan ProcessorTime => process.TotalProcessorTime;

    public static async Task<SmtpSink> StartAsync()
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException($"{Program} is needed for this measurement: install Debian's package postfix.");
        }

        var port = FreePort();
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : []; // it refuses to run as root
        string[] arguments = [.. user, string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "128"];
        var sink = new SmtpSink(Process.Start(new ProcessStartInfo(Program, arguments) { UseShellExecute = false })!, port);
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return sink;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        await sink.DisposeAsync();
        throw new InvalidOperationException("smtp-sink did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
