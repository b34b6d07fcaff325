using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Staff.Reading;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Deciding;

/// <summary>Records the list of decisions as a whole, with its sum, so that it can be published.</summary>
public sealed class RecordDecisions(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    /// <param name="version">Of the call as the list was read: any decision saved since has raised it.</param>
    public async Task<Outcome> HandleAsync(CallRanking ranking, int version, CancellationToken ct)
    {
        var sum = DecisionsSum.Of(ranking);
        var call = await db.Calls.SingleAsync(c => c.Id == ranking.Call.Id, ct);
        if (call.Version != version)
        {
            return Outcome.Refused(StaleSave.Stale);
        }

        var outcome = call.RecordDecisions(sum.Applications - sum.Decided, clock.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        audit.Record("grants.record-decisions", $"call:{call.Id}", after: new
        {
            sum.AwardedMinor,
            Decisions = ranking.Rows.Select(r => $"{r.Reference} {r.Decision!.Kind} {r.Decision.AmountMinor}".TrimEnd()),
        });
        return await db.SaveUnlessStaleAsync(ct);
    }
}
