using Connections.Data.Audit;
using Connections.Domain.Audit;

namespace Connections.Web.Verbs;

internal static class AuditVerb
{
    public static async Task<int> VerifyAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var (count, broken) = await services.GetRequiredService<VerifyAuditChain>().HandleAsync(ct);
        if (broken is null)
        {
            await output.WriteLineAsync($"The audit record holds: {count} entries, every link checked.");
            return 0;
        }

        var what = broken.Fault switch
        {
            AuditFault.Missing => "is missing",
            AuditFault.Unlinked => "does not follow from the one before it",
            AuditFault.Changed => "was changed after it was written",
        };
        await output.WriteLineAsync($"The audit record is broken: entry {broken.Sequence} {what}. {count} entries before it hold.");
        return 1;
    }
}
