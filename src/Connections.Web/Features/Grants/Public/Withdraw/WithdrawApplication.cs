using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;

namespace Connections.Web.Features.Grants.Public.Withdraw;

/// <summary>Takes an application out of its call. It stays in its applicant's list.</summary>
public sealed class WithdrawApplication(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(Application application, CancellationToken ct)
    {
        var before = application.Status;
        var outcome = application.Withdraw(clock.GetUtcNow());
        if (outcome.Succeeded)
        {
            audit.Record("grants.withdraw", $"application:{application.Id}", before: new { Status = before }, after: new { application.Status });
            await db.SaveChangesAsync(ct);
        }

        return outcome;
    }
}
