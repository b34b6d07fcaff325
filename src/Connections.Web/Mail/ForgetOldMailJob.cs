using Quartz;

namespace Connections.Web.Mail;

[DisallowConcurrentExecution]
public sealed class ForgetOldMailJob(ForgetOldMail forgetOldMail) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await forgetOldMail.HandleAsync(cancellationToken);
}
