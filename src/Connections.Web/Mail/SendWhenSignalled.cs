namespace Connections.Web.Mail;

/// <summary>Sends what this process has just saved. What it misses, <see cref="SendOutboxMailJob"/> finds.</summary>
internal sealed class SendWhenSignalled(OutboxSignal signal, IServiceScopeFactory scopes, ILogger<SendWhenSignalled> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SendOutboxMail>().HandleAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The loop outlives any one failure; the mail stays in the outbox.
            catch (Exception e)
#pragma warning restore CA1031
            {
                log.LogError(e, "Mail could not be sent just now; the next run tries again");
            }
        }
    }
}
