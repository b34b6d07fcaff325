using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>What was decided on one application, and why. May be changed until the results are published.</summary>
public sealed class Decision : IVersioned
{
    private Decision()
    {
    }

    public DecisionId Id { get; private set; }

    public CallId CallId { get; private set; }

    public CallApplicationId ApplicationId { get; private set; }

    public DecisionKind Kind { get; private set; }

    public long? AmountMinor { get; private set; }

    public string? Currency { get; private set; }

    public string Reasons { get; private set; } = "";

    public string Feedback { get; private set; } = "";

    public string? OverrideReason { get; private set; }

    public string? PublicReason { get; private set; }

    public AccountId RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public int Version { get; private set; }

    public Money? Amount => AmountMinor is { } minor ? new Money(minor, Currency!) : null;

    /// <param name="awarded">What the call's other awards come to.</param>
    public static (Decision? Decision, Outcome Outcome) Record(
        DecisionId id, Call call, Application application, DecisionTerms terms, Money? awarded, AccountId by, DateTimeOffset now)
    {
        if (application.Status is not ApplicationStatus.Submitted)
        {
            return (null, Outcome.Refused(CallRefusals.ApplicationNotSubmitted));
        }

        var outcome = Check(call, application, terms, awarded);
        return outcome.Succeeded ? (Made(id, application, terms, by, now), outcome) : (null, outcome);
    }

    public Outcome Change(Call call, Application application, DecisionTerms terms, Money? awarded, AccountId by, DateTimeOffset now)
    {
        if (PublishedAt is not null)
        {
            return Outcome.Refused(CallRefusals.DecisionPublished);
        }

        var outcome = Check(call, application, terms, awarded);
        if (outcome.Succeeded)
        {
            Take(terms, by, now);
        }

        return outcome;
    }

    public static Decision Imported(DecisionId id, Application application, DecisionTerms terms, AccountId by, DateTimeOffset at, DateTimeOffset? publishedAt)
    {
        var decision = Made(id, application, terms, by, at);
        decision.PublishedAt = publishedAt;
        return decision;
    }

    public void Publish(DateTimeOffset now) => PublishedAt ??= now;

    private static Decision Made(DecisionId id, Application application, DecisionTerms terms, AccountId by, DateTimeOffset at)
    {
        var decision = new Decision { Id = id, CallId = application.CallId, ApplicationId = application.Id };
        decision.Take(terms, by, at);
        return decision;
    }

    /// <summary>Everything that is wrong with a decision as typed.</summary>
    /// <param name="awarded">What the call's other awards come to.</param>
    public static Outcome Check(Call call, Application application, DecisionTerms terms, Money? awarded)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(terms.Reasons))
        {
            refusals.Add(CallRefusals.ReasonsMissing);
        }

        if (terms.Kind is not DecisionKind.Award && string.IsNullOrWhiteSpace(terms.Feedback))
        {
            refusals.Add(CallRefusals.FeedbackMissing);
        }

        if (terms.Kind is DecisionKind.Award && call.Terms.Budget is { } budget)
        {
            refusals.AddRange(CheckAmount(call.Terms, application, terms, (awarded ?? Money.Zero(budget.Currency)), budget));
        }

        return Outcome.From(refusals);
    }

    private static IEnumerable<Refusal> CheckAmount(CallTerms call, Application application, DecisionTerms terms, Money awarded, Money budget)
    {
        if (terms.Amount is not { MinorUnits: > 0 } amount)
        {
            yield return CallRefusals.AmountMissing;
            yield break;
        }

        if (amount < call.GrantMinimum || amount > call.GrantMaximum)
        {
            yield return CallRefusals.AmountOutsideLimits;
        }

        if (amount.MinorUnits > (application.AmountRequestedMinor ?? long.MaxValue))
        {
            yield return CallRefusals.AmountAboveRequest;
        }

        if (awarded + amount > budget && string.IsNullOrWhiteSpace(terms.OverrideReason))
        {
            yield return CallRefusals.OverBudget;
        }
    }

    private void Take(DecisionTerms terms, AccountId by, DateTimeOffset now)
    {
        Kind = terms.Kind;
        AmountMinor = terms.Kind is DecisionKind.Award ? terms.Amount?.MinorUnits : null;
        Currency = terms.Kind is DecisionKind.Award ? terms.Amount?.Currency : null;
        Reasons = terms.Reasons.Trim();
        Feedback = terms.Feedback.Trim();
        OverrideReason = string.IsNullOrWhiteSpace(terms.OverrideReason) ? null : terms.OverrideReason.Trim();
        PublicReason = string.IsNullOrWhiteSpace(terms.PublicReason) ? null : terms.PublicReason.Trim();
        RecordedBy = by;
        RecordedAt = now;
    }
}
