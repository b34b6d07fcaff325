using Quartz;

namespace Connections.Web.Jobs;

/// <summary>Sets up the schedule when the site has begun to answer: nobody waits at the door for the clockwork.</summary>
internal sealed class RunJobsOnceServing(IHostApplicationLifetime lifetime, IServiceProvider services) : BackgroundService
{
    private readonly QuartzHostedService jobs = ActivatorUtilities.CreateInstance<QuartzHostedService>(services);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await jobs.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await jobs.StartAsync(stoppingToken);
    }
}
