using Connections.Domain.Calls;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Calls;

public sealed class CallStagesTests
{
    private static readonly DateTimeOffset Midway = CallBuilder.Opens.AddDays(10);

    [Fact]
    public void A_call_closed_early_closes_now_and_keeps_its_rubric()
    {
        var call = CallBuilder.OpenCall();

        Assert.Equal(Outcome.Done, call.CloseEarly("No money is left", Midway));

        Assert.Equal((CallStatus.Closed, Midway, call.Rubric.Fingerprint()), (call.Status, call.ClosesAt, call.RubricHash));
        Assert.Equal(CallRefusals.CallClosed, call.WhyNotOpenAt(Midway));
    }

    [Fact]
    public void Closing_early_needs_an_open_call_and_a_reason()
    {
        Assert.Equal(Outcome.Refused(CallRefusals.ReasonMissing), CallBuilder.OpenCall().CloseEarly(" ", Midway));
        Assert.Equal(Outcome.Refused(CallRefusals.WrongCallStatus), CallBuilder.Draft().CloseEarly("Why not", Midway));
        Assert.Equal(Outcome.Refused(CallRefusals.WrongCallStatus), CallBuilder.OpenCall().CloseEarly("Too late", CallBuilder.Closes));
    }

    [Fact]
    public void Going_on_without_a_missing_review_needs_a_reason_and_happens_once()
    {
        var call = Closed();

        Assert.Equal(Outcome.Refused(CallRefusals.ReasonMissing), call.EndReviewing(1, null, Midway));
        Assert.Equal(Outcome.Done, call.EndReviewing(1, " The reviewer is ill ", Midway));
        Assert.Equal(Outcome.Refused(CallRefusals.WrongCallStatus), call.EndReviewing(1, "Again", Midway));

        Assert.Equal(((DateTimeOffset?)Midway, "The reviewer is ill"), (call.ReviewingEndedAt, call.ReviewingEndedReason));
    }

    [Fact]
    public void A_list_with_a_gap_is_not_recorded_and_a_changed_decision_takes_the_record_back()
    {
        var call = Closed();

        Assert.Equal(Outcome.Refused(CallRefusals.ApplicationsUndecided), call.RecordDecisions(1, Midway));
        Assert.Equal(Outcome.Done, call.RecordDecisions(0, Midway));
        Assert.Equal(Midway, call.DecisionsRecordedAt);

        call.ReopenDecisions();
        Assert.Null(call.DecisionsRecordedAt);
    }

    [Fact]
    public void A_reviewer_is_reminded_once_in_a_day()
    {
        var member = new PanelMember(PanelMemberId.New(), CallId.New(), AccountId.New(), 1, new PanelMemberFacts(0, 5, ["en"], [], [], null));

        Assert.Equal(Outcome.Done, member.Remind(Midway));
        Assert.Equal(Outcome.Refused(CallRefusals.RemindedToday), member.Remind(Midway.AddHours(19)));
        Assert.Equal(Outcome.Done, member.Remind(Midway.AddHours(20)));
    }

    private static Call Closed()
    {
        var call = CallBuilder.OpenCall();
        Assert.Equal(Outcome.Done, call.CloseEarly("Enough", Midway));
        return call;
    }
}
