using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Staff.Reading;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Ending;

/// <summary>Goes on to the ranking without reviews that are missing. Reviewers can send nothing after that.</summary>
public sealed class EndReviewing(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(CallProgress progress, string? reason, CancellationToken ct)
    {
        var call = await db.Calls.SingleAsync(c => c.Id == progress.Call.Id, ct);
        var outcome = call.EndReviewing(progress.Missing, reason, clock.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        audit.Record("grants.end-reviewing", $"call:{call.Id}", call.ReviewingEndedReason, after: new { progress.Sent, progress.Missing });
        return await db.SaveUnlessStaleAsync(ct);
    }
}
