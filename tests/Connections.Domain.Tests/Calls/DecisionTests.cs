using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Calls;

public sealed class DecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_award_is_an_amount_within_the_limits_and_the_request_with_reasons()
    {
        Assert.Equal(Outcome.Refused(CallRefusals.ReasonsMissing, CallRefusals.AmountMissing), Record(new DecisionTerms(DecisionKind.Award, null, " ", "")));
        Assert.Equal(Outcome.Refused(CallRefusals.AmountOutsideLimits, CallRefusals.AmountAboveRequest), Record(Award(5_001)));
        Assert.Equal(Outcome.Refused(CallRefusals.AmountOutsideLimits), Record(Award(1_999)));
        Assert.Equal(Outcome.Done, Record(Award(4_500)));
    }

    [Fact]
    public void Going_beyond_the_budget_needs_a_named_reason()
    {
        var awarded = CallBuilder.Pounds(6_000);

        Assert.Equal(Outcome.Refused(CallRefusals.OverBudget), Record(Award(4_500), awarded));
        Assert.Equal(Outcome.Done, Record(Award(4_500) with { OverrideReason = "The director agreed on 3 October." }, awarded));
        Assert.Equal(Outcome.Done, Record(Award(4_000), awarded));
    }

    [Fact]
    public void Whoever_is_not_chosen_gets_feedback()
    {
        Assert.Equal(Outcome.Refused(CallRefusals.FeedbackMissing), Record(new DecisionTerms(DecisionKind.Decline, null, "Others were stronger.", "")));
        Assert.Equal(Outcome.Done, Record(new DecisionTerms(DecisionKind.Reserve, null, "Next in line.", "Name your partners.")));
    }

    [Fact]
    public void A_published_decision_stays()
    {
        var (call, application) = Sent();
        var decision = Decision.Record(DecisionId.New(), call, application, Award(4_500), null, AccountId.New(), Noon).Decision!;
        decision.Publish(Noon);

        Assert.Equal(Outcome.Refused(CallRefusals.DecisionPublished), decision.Change(call, application, Award(4_000), null, AccountId.New(), Noon));
        Assert.Equal(CallBuilder.Pounds(4_500), decision.Amount);
    }

    [Fact]
    public void A_public_award_names_an_organisation_but_not_a_person()
    {
        var (call, application) = Sent();
        var decision = Decision.Record(DecisionId.New(), call, application, Award(4_500), null, AccountId.New(), Noon).Decision!;

        var award = Domain.Calls.Award.From(AwardId.New(), application, decision, Noon);

        Assert.Null(award.Organisation);
        Assert.Equal(("SCF26-001", "Story days", "NZ", CallBuilder.Pounds(4_500)), (award.Reference, award.Title, award.Country, award.Amount));
    }

    private static DecisionTerms Award(long pounds) => new(DecisionKind.Award, CallBuilder.Pounds(pounds), "Both sides lead it together.", "");

    private static Outcome Record(DecisionTerms terms, Money? awarded = null)
    {
        var (call, application) = Sent();
        return Decision.Record(DecisionId.New(), call, application, terms, awarded, AccountId.New(), Noon).Outcome;
    }

    private static (Call Call, Application Application) Sent()
    {
        var call = CallBuilder.OpenCall();
        var application = Application.Start(
            CallApplicationId.New(), call, AccountId.New(), "en", new Dictionary<string, bool> { ["new"] = true, ["party"] = false }, Noon).Application!;
        application.Save(
            new Dictionary<string, FormAnswer>
            {
                ["applicantKind"] = FormAnswer.Chosen("person"),
                ["applicantName"] = FormAnswer.Of("Ana Lee"),
                ["title"] = FormAnswer.Of("Story days"),
                ["country"] = FormAnswer.Chosen("NZ"),
                ["amountRequested"] = FormAnswer.Of("4,500"),
            },
            Noon);
        Assert.Equal(Outcome.Done, application.Submit(call, [], 1, Noon));
        return (call, application);
    }
}
