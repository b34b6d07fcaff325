using Quartz;

namespace Connections.Web.Features.Grants.Jobs;

[DisallowConcurrentExecution]
public sealed class MoveDueCallsJob(MoveDueCalls moveDueCalls) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await moveDueCalls.HandleAsync(cancellationToken);
}
