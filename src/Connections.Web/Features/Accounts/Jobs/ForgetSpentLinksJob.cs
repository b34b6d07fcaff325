using Connections.Web.Features.Accounts.SigningIn;
using Quartz;

namespace Connections.Web.Features.Accounts.Jobs;

[DisallowConcurrentExecution]
public sealed class ForgetSpentLinksJob(ForgetSpentLinks forgetSpentLinks) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await forgetSpentLinks.HandleAsync(cancellationToken);
}
