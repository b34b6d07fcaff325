using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;

namespace Connections.Web.Features.Grants.Staff.Ending;

/// <summary>Ends an open call before its time. Drafts stay as they are, and can no longer be sent.</summary>
public sealed class CloseCall(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    /// <param name="version">Of the call as it was read.</param>
    public async Task<Outcome> HandleAsync(Call call, int version, string? reason, CancellationToken ct)
    {
        var before = call.ClosesAt;
        var outcome = call.CloseEarly(reason ?? "", clock.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        db.Entry(call).Property(c => c.Version).OriginalValue = version;
        audit.Record("grants.close", $"call:{call.Id}", reason!.Trim(), before: new { ClosesAt = before }, after: new { call.ClosesAt });
        return await db.SaveUnlessStaleAsync(ct);
    }
}
