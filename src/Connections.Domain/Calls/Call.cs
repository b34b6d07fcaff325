using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>One round of a programme: what it gives, to whom, by which rubric, and when.</summary>
public sealed class Call : IVersioned
{
    private Call()
    {
    }

    public Call(CallId id, ProgrammeId programme, string slug, string referencePrefix, FormVersionId form, CallTerms terms)
    {
        Id = id;
        ProgrammeId = programme;
        Slug = slug;
        ReferencePrefix = referencePrefix;
        FormVersionId = form;
        Take(terms);
    }

    /// <summary>A call that was held elsewhere and comes with its history.</summary>
    public static Call Imported(
        CallId id, ProgrammeId programme, string slug, string referencePrefix, FormVersionId form, CallTerms terms,
        CallStatus status, DateTimeOffset? frozenAt, DateTimeOffset? resultsPublishedAt) =>
        new(id, programme, slug, referencePrefix, form, terms)
        {
            Status = status,
            FrozenAt = frozenAt,
            RubricHash = frozenAt is null ? null : terms.Rubric.Fingerprint(),
            ResultsPublishedAt = resultsPublishedAt,
        };

    public CallId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>The form that a new application starts with; applications keep the version they began with.</summary>
    public FormVersionId FormVersionId { get; private set; }

    public string Slug { get; private set; } = "";

    /// <summary>First part of every application's reference: <c>SCF26</c>.</summary>
    public string ReferencePrefix { get; private set; } = "";

    public CallStatus Status { get; private set; } = CallStatus.Draft;

    public CallTerms Terms { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public DateTimeOffset OpensAt { get; private set; }

    public DateTimeOffset ClosesAt { get; private set; }

    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>Fingerprint of the rubric at the moment the call opened.</summary>
    public string? RubricHash { get; private set; }

    public DateTimeOffset? ResultsPublishedAt { get; private set; }

    /// <summary>When reviewing ended: the panel sends nothing more, and the ranking is made of what is in.</summary>
    public DateTimeOffset? ReviewingEndedAt { get; private set; }

    /// <summary>Why it went on without reviews that were missing; null where none was.</summary>
    public string? ReviewingEndedReason { get; private set; }

    /// <summary>When the whole list of decisions was recorded; a change to any of them takes this back.</summary>
    public DateTimeOffset? DecisionsRecordedAt { get; private set; }

    public int Version { get; private set; }

    public Rubric Rubric => Terms.Rubric;

    public bool IsPublic => Status is not CallStatus.Draft;

    public bool IsOpenAt(DateTimeOffset now) => Status is CallStatus.Open && now >= OpensAt && now < ClosesAt;

    /// <summary>Null while an application may be sent.</summary>
    public Refusal? WhyNotOpenAt(DateTimeOffset now) =>
        IsOpenAt(now) ? null
        : Status is CallStatus.Draft or CallStatus.Announced || now < OpensAt ? CallRefusals.CallNotYetOpen
        : CallRefusals.CallClosed;

    public Outcome Change(CallTerms terms)
    {
        var refusals = CheckTerms(terms);
        if (FrozenAt is not null)
        {
            refusals.AddRange(CheckFrozen(terms));
        }

        if (refusals.Count == 0)
        {
            Take(terms);
        }

        return Outcome.From(refusals);
    }

    public Outcome UseForm(FormVersionId form)
    {
        if (FrozenAt is not null)
        {
            return Outcome.Refused(CallRefusals.RubricFrozen);
        }

        FormVersionId = form;
        return Outcome.Done;
    }

    /// <summary>Makes the call and its rubric public, before it opens.</summary>
    public Outcome Announce(DateTimeOffset now)
    {
        if (Status is not CallStatus.Draft)
        {
            return Outcome.Refused(CallRefusals.WrongCallStatus);
        }

        var refusals = CheckTerms(Terms);
        refusals.AddRange(Rubric.Check());
        if (OpensAt <= now)
        {
            refusals.Add(CallRefusals.OpensInThePast);
        }

        if (refusals.Count == 0)
        {
            Status = CallStatus.Announced;
        }

        return Outcome.From(refusals);
    }

    /// <summary>Opens the call and freezes its rubric. The caller writes the hash into the audit record.</summary>
    public Outcome Open(DateTimeOffset now)
    {
        if (Status is not CallStatus.Announced)
        {
            return Outcome.Refused(CallRefusals.WrongCallStatus);
        }

        if (now < OpensAt)
        {
            return Outcome.Refused(CallRefusals.NotYetTime);
        }

        Status = CallStatus.Open;
        FrozenAt = now;
        RubricHash = Rubric.Fingerprint();
        return Outcome.Done;
    }

    public Outcome Close(DateTimeOffset now)
    {
        if (Status is not CallStatus.Open)
        {
            return Outcome.Refused(CallRefusals.WrongCallStatus);
        }

        if (now < ClosesAt)
        {
            return Outcome.Refused(CallRefusals.NotYetTime);
        }

        Status = CallStatus.Closed;
        return Outcome.Done;
    }

    /// <summary>Ends a call before its closing time. The reason is public; the caller writes it into the audit record too.</summary>
    public Outcome CloseEarly(string reason, DateTimeOffset now)
    {
        if (!IsOpenAt(now))
        {
            return Outcome.Refused(CallRefusals.WrongCallStatus);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused(CallRefusals.ReasonMissing);
        }

        Take(Terms with { ClosesAt = now, ClosedEarlyBecause = reason.Trim() });
        Status = CallStatus.Closed;
        return Outcome.Done;
    }

    /// <param name="missing">Reviews that are not in.</param>
    /// <param name="reason">Why the panel goes on without them.</param>
    public Outcome EndReviewing(int missing, string? reason, DateTimeOffset now)
    {
        if (Status is not CallStatus.Closed || ReviewingEndedAt is not null)
        {
            return Outcome.Refused(CallRefusals.WrongCallStatus);
        }

        if (missing > 0 && string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused(CallRefusals.ReasonMissing);
        }

        ReviewingEndedAt = now;
        ReviewingEndedReason = missing > 0 ? reason!.Trim() : null;
        return Outcome.Done;
    }

    /// <summary>Records the list of decisions as a whole, so that it can be published.</summary>
    /// <param name="undecided">Submitted applications without a decision.</param>
    public Outcome RecordDecisions(int undecided, DateTimeOffset now)
    {
        if (Status is not CallStatus.Closed)
        {
            return Outcome.Refused(CallRefusals.WrongCallStatus);
        }

        if (undecided > 0)
        {
            return Outcome.Refused(CallRefusals.ApplicationsUndecided);
        }

        DecisionsRecordedAt = now;
        return Outcome.Done;
    }

    /// <summary>Called when a decision changes: the list has to be recorded again.</summary>
    public void ReopenDecisions() => DecisionsRecordedAt = null;

    /// <param name="undecided">Submitted applications without a decision.</param>
    public Outcome PublishResults(int undecided, DateTimeOffset now)
    {
        if (Status is not CallStatus.Closed)
        {
            return Outcome.Refused(CallRefusals.WrongCallStatus);
        }

        if (undecided > 0)
        {
            return Outcome.Refused(CallRefusals.ApplicationsUndecided);
        }

        Status = CallStatus.Decided;
        ResultsPublishedAt = now;
        return Outcome.Done;
    }

    private static List<Refusal> CheckTerms(CallTerms terms)
    {
        var refusals = new List<Refusal>();
        if (terms.ClosesAt <= terms.OpensAt)
        {
            refusals.Add(CallRefusals.ClosesBeforeItOpens);
        }

        if (terms.GrantMinimum is { } minimum && terms.GrantMaximum is { } maximum && minimum > maximum)
        {
            refusals.Add(CallRefusals.GrantLimitsCrossed);
        }

        if (terms.ReviewersPerApplication < 1)
        {
            refusals.Add(CallRefusals.NoReviewers);
        }

        return refusals;
    }

    private IEnumerable<Refusal> CheckFrozen(CallTerms terms)
    {
        if (terms.Rubric.Fingerprint() != RubricHash)
        {
            yield return CallRefusals.RubricFrozen;
        }

        if (terms.ClosesAt < ClosesAt || terms.OpensAt != OpensAt)
        {
            yield return CallRefusals.DeadlineBroughtForward;
        }
    }

    private void Take(CallTerms terms)
    {
        Terms = terms;
        Name = terms.Name;
        OpensAt = terms.OpensAt;
        ClosesAt = terms.ClosesAt;
    }
}
