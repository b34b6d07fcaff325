using Connections.Domain.Calls;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Calls;

/// <summary>A call with a budget of £10,000, grants of £2,000 to £5,000, open from 1 June to 14 July 2026.</summary>
internal sealed class CallBuilder
{
    public static readonly DateTimeOffset Opens = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Closes = new(2026, 7, 14, 16, 0, 0, TimeSpan.Zero);

    public static CallTerms Terms(Rubric? rubric = null) => new()
    {
        Name = "Connections Fund 2026",
        Summary = "Small grants",
        WhatItFunds = "New projects",
        WhoMayApply = "Anyone",
        OpensAt = Opens,
        ClosesAt = Closes,
        Budget = Pounds(10_000),
        GrantMinimum = Pounds(2_000),
        GrantMaximum = Pounds(5_000),
        Rubric = rubric ?? Rubrics.TwoCriteria(),
        GateQuestions = [new GateQuestion("new", "Is it new?", true, "Only new projects."), new GateQuestion("party", "Is it for a party?", false, "Not for parties.")],
    };

    public static Money Pounds(long pounds) => new(pounds * 100, "GBP");

    public static Call Draft(CallTerms? terms = null) =>
        new(CallId.New(), ProgrammeId.New(), "fund-2026", "SCF26", FormVersionId.New(), terms ?? Terms());

    public static Call OpenCall(CallTerms? terms = null)
    {
        var call = Draft(terms);
        Assert.Equal(Outcome.Done, call.Announce(Opens.AddDays(-7)));
        Assert.Equal(Outcome.Done, call.Open(Opens));
        return call;
    }
}
