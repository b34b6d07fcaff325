using Connections.Domain.Calls;
using Connections.Domain.Shared;

namespace Connections.Data.Seeding;

/// <summary>A call as a site pack writes it.</summary>
internal sealed record CallRecord(
    string Key,
    string Programme,
    string Reference,
    string Title,
    CallStatus Status,
    string Summary,
    string WhatItFunds,
    string WhoMayApply,
    List<string> EligibleCosts,
    List<string> IneligibleCosts,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    DateOnly? ReviewFrom,
    DateOnly? ReviewUntil,
    DateTimeOffset? ModerationAt,
    DateOnly? DecisionsBy,
    DateTimeOffset? ResultsPublishedAt,
    DateOnly? ProjectStartsFrom,
    DateOnly? ProjectEndsBy,
    AmountRecord? Budget,
    GrantRecord? Grant,
    int? Places,
    string Form,
    List<GateQuestionRecord> GateQuestions,
    RubricRecord Rubric,
    int ReviewersPerApplication,
    bool Anonymised,
    RankingRecord Ranking,
    DrawRecord? Draw,
    List<ContactRecord> Contacts,
    DateTimeOffset? FrozenAt)
{
    /// <summary>Answers that say who applies; kept from reviewers of an anonymised call.</summary>
    private static readonly string[] Identifying = ["applicantName", "organisationName", "contactEmail", "town", "attachment", "declaration"];

    public CallTerms Terms() => new()
    {
        Name = Title,
        Summary = Summary,
        WhatItFunds = WhatItFunds,
        WhoMayApply = WhoMayApply,
        EligibleCosts = EligibleCosts,
        IneligibleCosts = IneligibleCosts,
        OpensAt = OpensAt,
        ClosesAt = ClosesAt,
        ReviewFrom = ReviewFrom,
        ReviewUntil = ReviewUntil,
        ModerationAt = ModerationAt,
        DecisionsBy = DecisionsBy,
        ProjectStartsFrom = ProjectStartsFrom,
        ProjectEndsBy = ProjectEndsBy,
        Budget = Budget?.Money(),
        GrantMinimum = Grant?.Minimum.Money(),
        GrantMaximum = Grant?.Maximum.Money(),
        Places = Places,
        ReviewersPerApplication = ReviewersPerApplication,
        IsAnonymised = Anonymised,
        Rubric = Rubric.Read(),
        GateQuestions = [.. GateQuestions.Select(q => new GateQuestion(q.Key, q.Question, q.MustBe == "yes", q.Message))],
        HiddenFromReviewers = Anonymised ? Identifying : [],
        RankingMode = Ranking.Mode,
        Leftover = Ranking.Leftover,
        DrawWords = Draw?.Text,
        ContactEmail = Contacts.FirstOrDefault()?.Email,
    };
}

internal sealed record AmountRecord(long Minor, string Currency)
{
    public Money Money() => new(Minor, Currency);
}

internal sealed record GrantRecord(AmountRecord Minimum, AmountRecord Maximum);

internal sealed record GateQuestionRecord(string Key, string Question, string MustBe, string Message);

internal sealed record RankingRecord(string Mode, string Leftover);

internal sealed record DrawRecord(string Text);

internal sealed record ContactRecord(string Email);

internal sealed record RubricRecord(ScoreScale Scale, ReasonLength ReasonWords, List<CriterionRecord> Criteria, BonusRecord? Bonus)
{
    public Rubric Read() => new(
        Scale,
        ReasonWords,
        [.. Criteria.Select(c => new Criterion(c.Key, c.Name, c.Question, c.WeightPercent, c.Anchors, c.Fields))],
        Bonus is null ? null : new Bonus(Bonus.MaximumPercent, Bonus.Name, Bonus.Text));
}

internal sealed record CriterionRecord(string Key, string Name, string Question, int WeightPercent, List<Anchor> Anchors, List<string> Fields);

internal sealed record BonusRecord(string Name, string Text, int MaximumPercent);
