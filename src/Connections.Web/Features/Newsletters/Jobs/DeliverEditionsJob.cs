using Quartz;

namespace Connections.Web.Features.Newsletters.Jobs;

[DisallowConcurrentExecution]
public sealed class DeliverEditionsJob(DeliverEditions deliverEditions) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await deliverEditions.HandleAsync(cancellationToken);
}
