using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Staff.Reading;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Deciding;

/// <summary>Keeps what is decided on one application. The list of decisions then has to be recorded again as a whole.</summary>
public sealed class SaveDecision(ConnectionsDbContext db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(CallProgress progress, CallApplicationId id, DecisionInput input, AccountId by, CancellationToken ct)
    {
        if (progress.Call.Status is CallStatus.Decided || !progress.IsRanked)
        {
            return Outcome.Refused(progress.IsRanked ? CallRefusals.DecisionPublished : CallRefusals.ReviewingGoesOn);
        }

        var call = await db.Calls.SingleAsync(c => c.Id == progress.Call.Id, ct);
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        var decision = await db.Decisions.SingleOrDefaultAsync(d => d.ApplicationId == id, ct);
        if (decision?.Version != input.Version)
        {
            return Outcome.Refused(StaleSave.Stale);
        }

        var others = await AwardedToOthersAsync(call, id, ct);
        var before = decision is null ? null : new { decision.Kind, decision.AmountMinor };
        var outcome = Save(call, application, ref decision, input.Terms(input.Kind!.Value), others, by);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        // Two people who decide at once must not both spend what is left: the call's version lets one of them through.
        call.ReopenDecisions();
        db.Entry(call).Property(c => c.DecisionsRecordedAt).IsModified = true;
        audit.Record("grants.decide", $"application:{id}", decision!.OverrideReason, before, new { decision.Kind, decision.AmountMinor });
        return await StoreAsync(ct);
    }

    /// <summary>What is wrong with a decision as typed; where its kind is not chosen yet, what would be wrong with any. Nothing is kept.</summary>
    public async Task<Outcome> CheckAsync(Call call, CallApplicationId id, DecisionInput input, CancellationToken ct)
    {
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        var others = await AwardedToOthersAsync(call, id, ct);
        var kinds = input.Kind is { } chosen ? [chosen] : Enum.GetValues<DecisionKind>();
        return Outcome.From([.. kinds
            .Select(kind => Decision.Check(call, application, input.Terms(kind), others).Refusals.AsEnumerable())
            .Aggregate((wrong, alsoWrong) => wrong.Intersect(alsoWrong))]);
    }

    private async Task<Money?> AwardedToOthersAsync(Call call, CallApplicationId id, CancellationToken ct)
    {
        var awarded = await db.Decisions.Where(d => d.CallId == call.Id && d.ApplicationId != id).SumAsync(d => d.AmountMinor, ct) ?? 0;
        return call.Terms.Budget is { } budget ? new Money(awarded, budget.Currency) : null;
    }

    private Outcome Save(Call call, Application application, ref Decision? decision, DecisionTerms terms, Money? others, AccountId by)
    {
        var now = clock.GetUtcNow();
        if (decision is not null)
        {
            return decision.Change(call, application, terms, others, by, now);
        }

        (decision, var outcome) = Decision.Record(DecisionId.New(), call, application, terms, others, by, now);
        if (decision is not null)
        {
            db.Decisions.Add(decision);
        }

        return outcome;
    }

    private async Task<Outcome> StoreAsync(CancellationToken ct)
    {
        try
        {
            return await db.SaveUnlessStaleAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Somebody else made the first decision on this application at the same moment.
            return Outcome.Refused(StaleSave.Stale);
        }
    }
}
