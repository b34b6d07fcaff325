using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>Everything a fund manager decides about a call before it opens.</summary>
public sealed record CallTerms
{
    public required string Name { get; init; }

    public required string Summary { get; init; }

    public required string WhatItFunds { get; init; }

    public required string WhoMayApply { get; init; }

    public IReadOnlyList<string> EligibleCosts { get; init; } = [];

    public IReadOnlyList<string> IneligibleCosts { get; init; } = [];

    public required DateTimeOffset OpensAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public DateOnly? ReviewFrom { get; init; }

    public DateOnly? ReviewUntil { get; init; }

    public DateTimeOffset? ModerationAt { get; init; }

    public DateOnly? DecisionsBy { get; init; }

    public DateOnly? ProjectStartsFrom { get; init; }

    public DateOnly? ProjectEndsBy { get; init; }

    /// <summary>Money is for what begins after it was decided on: the call's own day, or the day after decisions are due.</summary>
    public DateOnly? EarliestStart => ProjectStartsFrom ?? DecisionsBy?.AddDays(1);

    /// <summary>Null where the call gives no money.</summary>
    public Money? Budget { get; init; }

    public Money? GrantMinimum { get; init; }

    public Money? GrantMaximum { get; init; }

    /// <summary>How many can be chosen, where that is a number of people and not of money.</summary>
    public int? Places { get; init; }

    public int ReviewersPerApplication { get; init; } = 3;

    public bool IsAnonymised { get; init; } = true;

    public required Rubric Rubric { get; init; }

    public IReadOnlyList<GateQuestion> GateQuestions { get; init; } = [];

    /// <summary>Answers that a reviewer never sees, by the field's alias.</summary>
    public IReadOnlyList<string> HiddenFromReviewers { get; init; } = [];

    /// <summary>How scores become an order: <c>weighted</c>, <c>published</c> or <c>learned</c>.</summary>
    public string RankingMode { get; init; } = "weighted";

    /// <summary>What happens with money that does not reach for the next request: <c>stop</c>, <c>skip-to-fit</c> or <c>reduced-offer</c>.</summary>
    public string Leftover { get; init; } = "stop";

    /// <summary>What is promised about a draw, where one may be held.</summary>
    public string? DrawWords { get; init; }

    public string? ContactEmail { get; init; }

    /// <summary>Why it closed before its time, in words that everybody reads; null where it did not.</summary>
    public string? ClosedEarlyBecause { get; init; }
}
