using Quartz;

namespace Connections.Web.Mail;

[DisallowConcurrentExecution]
public sealed class SendOutboxMailJob(SendOutboxMail sendOutboxMail) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await sendOutboxMail.HandleAsync(cancellationToken);
}
