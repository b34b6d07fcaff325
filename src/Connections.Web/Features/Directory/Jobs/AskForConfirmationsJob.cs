using Quartz;

namespace Connections.Web.Features.Directory.Jobs;

[DisallowConcurrentExecution]
public sealed class AskForConfirmationsJob(AskForConfirmations askForConfirmations) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await askForConfirmations.HandleAsync(cancellationToken);
}
