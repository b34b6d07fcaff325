using Connections.Domain.Forms;
using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>One answer to a call: begun as a draft, saved page by page, sent once.</summary>
public sealed class Application : IVersioned
{
    private Application()
    {
    }

    private Application(CallApplicationId id, CallId call, AccountId applicant, FormVersionId form, string language, DateTimeOffset now)
    {
        Id = id;
        CallId = call;
        AccountId = applicant;
        FormVersionId = form;
        Language = language;
        StartedAt = now;
        SavedAt = now;
    }

    public CallApplicationId Id { get; private set; }

    public CallId CallId { get; private set; }

    public AccountId AccountId { get; private set; }

    public FormVersionId FormVersionId { get; private set; }

    /// <summary>Given when it is sent: <c>SCF26-001</c>.</summary>
    public string? Reference { get; private set; }

    public ApplicationStatus Status { get; private set; } = ApplicationStatus.Draft;

    /// <summary>BCP 47 tag of the language the answers are written in.</summary>
    public string Language { get; private set; } = "";

    public FormAnswers Answers { get; private set; } = new();

    /// <summary>Translations of answers, by language and then by alias.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations { get; private set; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Communities the applicant named, by key; for assignment and equity figures only.</summary>
    public List<string> Communities { get; private set; } = [];

    /// <summary>Key of the applicant's listing in the directory, where there is one.</summary>
    public string? Organisation { get; private set; }

    public string? Title { get; private set; }

    /// <summary>The organisation's name, or the person's where a person applies. Never shown to reviewers.</summary>
    public string? Applicant { get; private set; }

    public bool IsOrganisation { get; private set; }

    public string? Country { get; private set; }

    public List<string> Themes { get; private set; } = [];

    public long? AmountRequestedMinor { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public int Version { get; private set; }

    public ApplicationFacts Facts => ApplicationFacts.Of(Answers);

    public bool IsSubmitted => Status is ApplicationStatus.Submitted or ApplicationStatus.Decided;

    /// <param name="gateAnswers">Answers to the call's gate questions by key, true for yes.</param>
    public static (Application? Application, Outcome Outcome) Start(
        CallApplicationId id, Call call, AccountId applicant, string language, IReadOnlyDictionary<string, bool> gateAnswers, DateTimeOffset now)
    {
        if (call.WhyNotOpenAt(now) is { } closed)
        {
            return (null, Outcome.Refused(closed));
        }

        return Gate.Passes(call.Terms.GateQuestions, gateAnswers)
            ? (new Application(id, call.Id, applicant, call.FormVersionId, language, now), Outcome.Done)
            : (null, Outcome.Refused(CallRefusals.NotEligible));
    }

    /// <summary>An application that was made elsewhere and comes with its history.</summary>
    public static Application Imported(
        CallApplicationId id, CallId call, AccountId applicant, FormVersionId form, string language, ImportedApplication from)
    {
        var application = new Application(id, call, applicant, form, language, from.StartedAt)
        {
            Reference = from.Reference,
            Status = from.Status,
            SubmittedAt = from.SubmittedAt,
            Organisation = from.Organisation,
            Communities = [.. from.Communities],
            Translations = from.Translations,
        };
        application.Take(from.Answers, from.SubmittedAt ?? from.StartedAt);
        return application;
    }

    /// <summary>Keeps what was typed, right or wrong: a draft may hold answers that still need work.</summary>
    public Outcome Save(IReadOnlyDictionary<string, FormAnswer> answers, DateTimeOffset now)
    {
        if (WhyNotDraft() is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        Take(Answers.With(answers), now);
        return Outcome.Done;
    }

    /// <param name="errors">What a check of all answers found.</param>
    /// <param name="number">The next number of the call's series.</param>
    public Outcome Submit(Call call, IReadOnlyList<AnswerError> errors, int number, DateTimeOffset now)
    {
        if (WhyNotDraft() is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        if (call.WhyNotOpenAt(now) is { } closed)
        {
            return Outcome.Refused(closed);
        }

        if (errors.Count > 0)
        {
            return Outcome.Refused(CallRefusals.AnswersIncomplete);
        }

        Status = ApplicationStatus.Submitted;
        SubmittedAt = now;
        Reference = ReferenceSeries.Write(call.ReferencePrefix, number);
        return Outcome.Done;
    }

    public Outcome Withdraw(DateTimeOffset now)
    {
        if (Status is ApplicationStatus.Withdrawn or ApplicationStatus.Decided)
        {
            return Outcome.Refused(Status is ApplicationStatus.Withdrawn ? CallRefusals.ApplicationWithdrawn : CallRefusals.ApplicationDecided);
        }

        Status = ApplicationStatus.Withdrawn;
        WithdrawnAt = now;
        return Outcome.Done;
    }

    /// <summary>Called when the call's results are published.</summary>
    public Outcome MarkDecided()
    {
        if (Status is not ApplicationStatus.Submitted)
        {
            return Outcome.Refused(CallRefusals.ApplicationNotSubmitted);
        }

        Status = ApplicationStatus.Decided;
        return Outcome.Done;
    }

    /// <summary>Takes out who applied, once they are erased. What public money was asked for, and what for, stays as the record of
    /// the decision, and so does the name of an organisation.</summary>
    /// <returns>Keys of the files that go with it.</returns>
    public IReadOnlyList<string> ForgetApplicant(string email)
    {
        var files = Answers.Fields.Values.SelectMany(a => a.Files ?? []).Select(f => f.Key).ToList();
        Take(WithoutApplicant.Of(Answers, email), SavedAt);
        Translations = Translations.ToDictionary(t => t.Key, t => WithoutApplicant.Of(t.Value, email));
        return files;
    }

    /// <returns>Null where the answer was written in this language or has no translation to it.</returns>
    public string? Translated(string alias, string language) =>
        Translations.TryGetValue(language, out var answers) ? answers.GetValueOrDefault(alias) : null;

    private Refusal? WhyNotDraft() => Status switch
    {
        ApplicationStatus.Draft => null,
        ApplicationStatus.Submitted => CallRefusals.AlreadySubmitted,
        ApplicationStatus.Withdrawn => CallRefusals.ApplicationWithdrawn,
        ApplicationStatus.Decided => CallRefusals.ApplicationDecided,
    };

    private void Take(FormAnswers answers, DateTimeOffset now)
    {
        Answers = answers;
        SavedAt = now;
        var facts = Facts;
        Title = facts.Title;
        Applicant = facts.Applicant;
        IsOrganisation = facts.IsOrganisation;
        Country = facts.Country;
        Themes = [.. facts.Themes];
        AmountRequestedMinor = facts.AmountRequested;
    }
}
