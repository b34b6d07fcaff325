using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Connections.Adapters.Tests.Servers;

/// <summary>A mail server that plays one script per connection, for manners that no real server has on request.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task playing;

    public ScriptedServer(params Func<Line, Task>[] scripts)
    {
        listener.Start();
        playing = PlayAsync(scripts);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every line the client sent, over all connections.</summary>
    public List<string> Heard { get; } = [];

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await playing;
        listener.Dispose();
    }

    private async Task PlayAsync(Func<Line, Task>[] scripts)
    {
        foreach (var script in scripts)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                client.NoDelay = true;
                Connections++;
                await script(new Line(client, Heard));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                // The client hung up, or the test is over.
            }
        }
    }

    internal sealed class Line(TcpClient client, List<string> heard)
    {
        private readonly StreamReader reader = new(client.GetStream(), Encoding.UTF8);

        public async Task SayAsync(string text) => await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"));

        public async Task<string> HearAsync()
        {
            var line = await reader.ReadLineAsync() ?? throw new IOException("The client hung up.");
            heard.Add(line);
            return line;
        }

        public async Task GreetAsync(params string[] capabilities)
        {
            await SayAsync("220 scripted.example ready");
            await HearAsync();
            await SayAsync(string.Join("\r\n", [.. capabilities.Select(c => $"250-{c}").Prepend("250-scripted.example"), "250 OK"]));
        }

        /// <summary>Takes the three commands and the mail, and gives the last reply, if any.</summary>
        public async Task TakeMailAsync(string? lastReply = "250 taken")
        {
            foreach (var reply in (string[])["250 OK", "250 OK", "354 go on"])
            {
                await HearAsync();
                await SayAsync(reply);
            }

            while (await HearAsync() != ".")
            {
            }

            if (lastReply is not null)
            {
                await SayAsync(lastReply);
            }
        }
    }
}
