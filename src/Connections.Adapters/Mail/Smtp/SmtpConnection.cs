using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Connections.Adapters.Mail.Smtp;

/// <summary>One conversation with a server: commands out, replies in, a time limit on every step.</summary>
/// <remarks>After any exception the conversation is out of step and <see cref="IsBroken"/>; it must not be used again.</remarks>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource deadline = new();
    private readonly TimeSpan replyTime;
    private Stream stream;
    private SmtpReplyReader reader;

    private SmtpConnection(Socket socket, TimeSpan replyTime)
    {
        LocalAddress = ((IPEndPoint)socket.LocalEndPoint!).Address;
        stream = new NetworkStream(socket, ownsSocket: true);
        reader = new SmtpReplyReader(stream);
        this.replyTime = replyTime;
    }

    public IPAddress LocalAddress { get; }

    public SmtpCapabilities Capabilities { get; set; } = SmtpCapabilities.None;

    public bool IsEncrypted { get; private set; }

    public bool IsBroken { get; set; }

    public int MailsTried { get; set; }

    /// <summary>When it was last given back to the pool, in the pool's clock ticks.</summary>
    public long IdleSince { get; set; }

    public static async Task<SmtpConnection> OpenAsync(SmtpOptions options, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.ConnectSeconds));
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, limit.Token);
            return new SmtpConnection(socket, TimeSpan.FromSeconds(options.ReplySeconds));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            ct.ThrowIfCancellationRequested();
            throw new SmtpConnectionException($"{options.Host}:{options.Port} cannot be reached: {(e is SocketException ? e.Message : "no answer in time.")}", e);
        }
    }

    public async Task<SmtpReply> AskAsync(string command)
    {
        await WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"));
        return await ReadReplyAsync();
    }

    public Task WriteAsync(ReadOnlyMemory<byte> bytes) => LimitedAsync(replyTime, async ct =>
    {
        await stream.WriteAsync(bytes, ct);
        await stream.FlushAsync(ct);
        return true;
    });

    public Task<SmtpReply> ReadReplyAsync(TimeSpan? within = null) =>
        LimitedAsync(within ?? replyTime, async ct => await reader.ReadAsync(ct));

    public async Task StartTlsAsync(SslClientAuthenticationOptions tls)
    {
        // Someone on the way could have slipped in replies that we would then take for encrypted ones.
        if (reader.HasUnread)
        {
            IsBroken = true;
            throw new SmtpConnectionException("The server sent something between STARTTLS and the encryption.");
        }

        var encrypted = new SslStream(stream);
        stream = encrypted;
        await LimitedAsync(replyTime, async ct =>
        {
            await encrypted.AuthenticateAsClientAsync(tls, ct);
            return true;
        });
        reader = new SmtpReplyReader(encrypted);
        IsEncrypted = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!IsBroken)
        {
            try
            {
                await WriteAsync("QUIT\r\n"u8.ToArray());
                await ReadReplyAsync(GoodbyeTime);
            }
            catch (SmtpConnectionException)
            {
                // Nothing depends on a polite end.
            }
        }

        await stream.DisposeAsync();
        deadline.Dispose();
    }

    private async Task<T> LimitedAsync<T>(TimeSpan within, Func<CancellationToken, Task<T>> step)
    {
        deadline.CancelAfter(within);
        try
        {
            var result = await step(deadline.Token);
            deadline.CancelAfter(Timeout.InfiniteTimeSpan);
            return result;
        }
        catch (OperationCanceledException e)
        {
            IsBroken = true;
            throw new SmtpConnectionException("The server did not answer in time.", e);
        }
        catch (AuthenticationException e)
        {
            IsBroken = true;
            throw new SmtpConnectionException($"The server's certificate or encryption is not acceptable: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            IsBroken = true;
            throw new SmtpConnectionException($"The connection was lost: {e.Message}", e);
        }
        catch (SmtpConnectionException)
        {
            IsBroken = true;
            throw;
        }
    }
}
