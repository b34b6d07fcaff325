using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Connections.Domain.Shared;

namespace Connections.Testing;

/// <summary>A call that has closed, with applications that were sent and a panel, as a test needs them.</summary>
public sealed class CallExample
{
    private static int calls;

    private readonly ConnectionsHost host;
    private readonly Dictionary<string, Application> applications = [];

    private CallExample(ConnectionsHost host, Call call, string prefix)
    {
        this.host = host;
        Call = call;
        Prefix = prefix;
    }

    public static Rubric Rubric { get; } = new(
        new ScoreScale(1, 6),
        new ReasonLength(3, 20),
        [Criterion("plan", "Plan", 75), Criterion("reach", "Reach", 25)],
        null);

    public Call Call { get; }

    public string Slug => Call.Slug;

    /// <summary>First part of the references.</summary>
    public string Prefix { get; }

    public static Money Pounds(long pounds) => new(pounds * 100, "GBP");

    /// <summary>A call with £10,000, for grants of £2,000 to £5,000, that closed yesterday unless told otherwise.</summary>
    public static async Task<CallExample> AddAsync(ConnectionsHost host, int reviewers = 3, DateTimeOffset? closesAt = null, CallStatus status = CallStatus.Closed)
    {
        var number = Interlocked.Increment(ref calls);
        var now = host.Clock.GetUtcNow();
        var programme = new Programme(ProgrammeId.New(), $"panel-programme-{number}", $"Programme {number}", ProgrammeKind.Grant, "Small grants", 6, "Public task");
        var form = new FormVersion(FormVersionId.New(), $"panel-form-{number}", 1, Form(), now);
        var terms = new CallTerms
        {
            Name = $"Test fund {number}",
            Summary = "Small grants",
            WhatItFunds = "New projects",
            WhoMayApply = "Anyone",
            OpensAt = now.AddDays(-60),
            ClosesAt = closesAt ?? now.AddDays(-1),
            ReviewUntil = DateOnly.FromDateTime(now.UtcDateTime.AddDays(14)),
            Budget = Pounds(10_000),
            GrantMinimum = Pounds(2_000),
            GrantMaximum = Pounds(5_000),
            ReviewersPerApplication = reviewers,
            Rubric = Rubric,
            HiddenFromReviewers = ["applicantName"],
        };
        var prefix = $"P{number}";
        var call = Call.Imported(CallId.New(), programme.Id, $"test-fund-{number}", prefix, form.Id, terms, status, terms.OpensAt, null);
        await host.AddAsync(programme, form, call);
        return new CallExample(host, call, prefix);
    }

    /// <summary>An application that was sent.</summary>
    public async Task<Application> ApplicationAsync(int number, long pounds = 4_000, string language = "en", string? title = null)
    {
        var now = host.Clock.GetUtcNow();
        var applicant = await host.PersonAsync();
        var answers = new FormAnswers
        {
            Fields = new Dictionary<string, FormAnswer>
            {
                ["applicantName"] = FormAnswer.Of($"Applicant {Prefix} {number}"),
                ["title"] = FormAnswer.Of(title ?? $"Project {Prefix} {number}"),
                ["summary"] = FormAnswer.Of($"What project {Prefix} {number} does."),
                ["amountRequested"] = FormAnswer.Of(TypedAmount.Write(pounds * 100)),
            },
        };
        var sent = new ImportedApplication($"{Prefix}-{number:000}", ApplicationStatus.Submitted, answers, now.AddDays(-20), now.AddDays(-10), null, [], new Dictionary<string, IReadOnlyDictionary<string, string>>());
        var application = Application.Imported(CallApplicationId.New(), Call.Id, applicant, Call.FormVersionId, language, sent);
        await host.AddAsync(application);
        applications[application.Reference!] = application;
        return application;
    }

    /// <summary>A seat on the panel for a new reviewer.</summary>
    public async Task<PanelMember> ReviewerAsync(int number, int minLoad = 0, int maxLoad = 20, params string[] languages)
    {
        var account = await host.PersonAsync("Reviewer");
        var member = new PanelMember(PanelMemberId.New(), Call.Id, account, number, new PanelMemberFacts(minLoad, maxLoad, languages is [] ? ["en"] : languages, [], [], null));
        await host.AddAsync(member);
        return member;
    }

    public async Task<ReviewAssignment> AssignAsync(Application application, PanelMember member)
    {
        var assignment = ReviewAssignment.Imported(AssignmentId.New(), application.Id, member.Id, host.Clock.GetUtcNow());
        await host.AddAsync(assignment);
        return assignment;
    }

    /// <summary>A review that was sent, with these scores for the criteria in their order.</summary>
    public async Task<Review> ReviewAsync(Application application, PanelMember member, params int[] scores)
    {
        var now = host.Clock.GetUtcNow();
        var assignment = await AssignAsync(application, member);
        var review = new Review(ReviewId.New(), assignment.Id, application.Id, member.Id, now);
        var entries = Rubric.Criteria.Zip(scores, (c, score) => new ReviewEntry(c.Key, score, $"Reason of reviewer {member.Number} for {c.Key}")).ToList();
        Done(review.Save(Rubric, entries, null, "", now));
        Done(review.Submit(Rubric, now));
        await host.AddAsync(review);
        return review;
    }

    /// <summary>A decision that is recorded but not published: an award of what is asked for, or none.</summary>
    public async Task<Decision> DecideAsync(Application application, DecisionKind kind)
    {
        var terms = new DecisionTerms(kind, kind is DecisionKind.Award ? Pounds(4_000) : null, "It was weighed.", "Thank you.", null, null);
        var (decision, outcome) = Decision.Record(DecisionId.New(), Call, application, terms, Pounds(0), AccountId.New(), host.Clock.GetUtcNow());
        Done(outcome);
        await host.AddAsync(decision!);
        return decision!;
    }

    private static void Done(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(outcome.ToString());
        }
    }

    private static Criterion Criterion(string key, string name, int weight) =>
        new(key, name, $"How good is the {key}?", weight, [new Anchor(1, 3, "Weak", "Little"), new Anchor(4, 6, "Strong", "Much")], []);

    private static FormDefinition Form() => new()
    {
        Key = "test",
        Name = "Test",
        Pages = [new FormPage { Key = "page-1", Section = "All", Caption = "All", Fieldsets = [new FormFieldset { Columns = [new FormColumn { Fields = [Field("applicantName", "Your name"), Field("title", "Title"), Field("summary", "What will happen?"), Field("amountRequested", "How much?")] }] }] }],
    };

    private static FormField Field(string alias, string caption) => new() { Id = Guid.CreateVersion7(), Alias = alias, Caption = caption, Type = new FormFieldType { Name = "Long answer" } };
}
