using System.Collections.Concurrent;

namespace Connections.Adapters.Mail.Smtp;

/// <summary>Keeps signed-in connections for the next mail, never more than allowed and never longer idle than allowed.</summary>
internal sealed class SmtpConnectionPool : IAsyncDisposable
{
    private readonly SmtpOptions options;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim free;
    private readonly ConcurrentStack<SmtpConnection> idle = new();
    private readonly ITimer sweeper;

    public SmtpConnectionPool(SmtpOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        free = new SemaphoreSlim(options.MaxConnections);
        sweeper = clock.CreateTimer(_ => _ = CloseIdleAsync(), null, IdleTime, IdleTime);
    }

    private TimeSpan IdleTime => TimeSpan.FromSeconds(options.IdleSeconds);

    /// <summary>Waits for a place; then a kept connection, or a new one where there is none or a fresh one is wanted.</summary>
    public async Task<SmtpConnection> LeaseAsync(bool fresh, CancellationToken ct)
    {
        await free.WaitAsync(ct);
        try
        {
            while (idle.TryPop(out var kept))
            {
                if (!fresh && !IsStale(kept))
                {
                    return kept;
                }

                await kept.DisposeAsync();
            }

            return await SmtpHandshake.OpenAsync(options, ct);
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    public bool IsSpent(SmtpConnection connection) =>
        connection.IsBroken || connection.MailsTried >= options.MailsPerConnection;

    public async Task ReturnAsync(SmtpConnection connection)
    {
        try
        {
            if (IsSpent(connection))
            {
                await connection.DisposeAsync();
                return;
            }

            connection.IdleSince = clock.GetTimestamp();
            idle.Push(connection);
        }
        finally
        {
            free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await sweeper.DisposeAsync();
        while (idle.TryPop(out var connection))
        {
            await connection.DisposeAsync();
        }

        free.Dispose();
    }

    private bool IsStale(SmtpConnection connection) => clock.GetElapsedTime(connection.IdleSince) >= IdleTime;

    private async Task CloseIdleAsync()
    {
        List<SmtpConnection> young = [];
        while (idle.TryPop(out var connection))
        {
            if (IsStale(connection))
            {
                await connection.DisposeAsync();
            }
            else
            {
                young.Add(connection);
            }
        }

        young.ForEach(idle.Push);
    }
}
