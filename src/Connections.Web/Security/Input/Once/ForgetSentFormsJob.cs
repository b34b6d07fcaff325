using Quartz;

namespace Connections.Web.Security.Input.Once;

[DisallowConcurrentExecution]
public sealed class ForgetSentFormsJob(ForgetSentForms forgetSentForms) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await forgetSentForms.HandleAsync(cancellationToken);
}
