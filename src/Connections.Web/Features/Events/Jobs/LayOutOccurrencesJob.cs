using Quartz;

namespace Connections.Web.Features.Events.Jobs;

[DisallowConcurrentExecution]
public sealed class LayOutOccurrencesJob(LayOutOccurrences layOutOccurrences) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await layOutOccurrences.HandleAsync(cancellationToken);
}
