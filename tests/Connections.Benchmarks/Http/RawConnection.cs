using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Connections.Benchmarks.Http;

/// <summary>One kept-alive HTTP/1.1 connection that asks and counts bytes, and does little else, so that what is measured is
/// the server and not its client.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[512 * 1024];
    private int length;

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var connection = new RawConnection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    /// <summary>What a browser sends with every request once it was given them.</summary>
    public string? Cookies { get; set; }

    /// <returns>Status and size of the body.</returns>
    public Task<(int Status, int Bytes)> GetAsync(string path) => AskAsync($"GET {path} HTTP/1.1\r\n{Head()}\r\n");

    /// <param name="form">Encoded as a browser encodes a form.</param>
    public Task<(int Status, int Bytes)> PostAsync(string path, string form) =>
        AskAsync($"POST {path} HTTP/1.1\r\n{Head()}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}");

    /// <summary>The last answer with its head, its chunks put together, for checks outside the measurement.</summary>
    public string Read()
    {
        ReadOnlySpan<byte> answer = buffer.AsSpan(0, length);
        var body = answer.IndexOf(HeadEnd) + HeadEnd.Length;
        if (answer[..body].IndexOf("Content-Length: "u8) >= 0)
        {
            return Encoding.UTF8.GetString(answer);
        }

        var whole = new List<byte>();
        whole.AddRange(answer[..body]);
        for (var rest = answer[body..]; rest.IndexOf("\r\n"u8) is var end and >= 0 && int.Parse(rest[..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var size and > 0; rest = rest[(end + 2 + size + 2)..])
        {
            whole.AddRange(rest.Slice(end + 2, size));
        }

        return Encoding.UTF8.GetString([.. whole]);
    }

    public void Dispose() => socket.Dispose();

    private string Head() => $"Host: 127.0.0.1\r\nAccept: text/html\r\n{(Cookies is null ? "" : $"Cookie: {Cookies}\r\n")}";

    private async Task<(int Status, int Bytes)> AskAsync(string request)
    {
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        var received = 0;
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(received));
            if (count == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            received += count;
            if (Whole(buffer.AsSpan(0, received)) is { } answer)
            {
                length = received;
                return answer;
            }
        }
    }

    private static (int Status, int Bytes)? Whole(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf(HeadEnd);
        if (end < 0)
        {
            return null;
        }

        var head = received[..end];
        var body = received[(end + 4)..];
        var status = ((head[9] - '0') * 100) + ((head[10] - '0') * 10) + (head[11] - '0');
        var at = head.IndexOf("Content-Length: "u8);
        if (at >= 0)
        {
            var expected = 0;
            for (var i = at + 16; i < head.Length && head[i] is >= (byte)'0' and <= (byte)'9'; i++)
            {
                expected = (expected * 10) + (head[i] - '0');
            }

            return body.Length >= expected ? (status, expected) : null;
        }

        return body.EndsWith("0\r\n\r\n"u8) ? (status, body.Length) : null;
    }
}
