using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Calls;

public sealed class ApplicationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, bool> Eligible = new() { ["new"] = true, ["party"] = false };

    [Fact]
    public void Starting_needs_every_gate_question_answered_as_the_call_asks()
    {
        var call = CallBuilder.OpenCall();

        var (none, refused) = Application.Start(CallApplicationId.New(), call, AccountId.New(), "en", new Dictionary<string, bool> { ["new"] = true }, Noon);
        var (_, party) = Application.Start(CallApplicationId.New(), call, AccountId.New(), "en", new Dictionary<string, bool> { ["new"] = true, ["party"] = true }, Noon);

        Assert.Null(none);
        Assert.Equal(Outcome.Refused(CallRefusals.NotEligible), refused);
        Assert.Equal(Outcome.Refused(CallRefusals.NotEligible), party);
    }

    [Fact]
    public void Starting_after_the_call_closed_is_refused()
    {
        var (none, outcome) = Application.Start(CallApplicationId.New(), CallBuilder.OpenCall(), AccountId.New(), "en", Eligible, CallBuilder.Closes);

        Assert.Null(none);
        Assert.Equal(Outcome.Refused(CallRefusals.CallClosed), outcome);
    }

    [Fact]
    public void Saving_one_page_keeps_the_answers_of_the_others()
    {
        var application = Begun(CallBuilder.OpenCall());

        application.Save(new Dictionary<string, FormAnswer> { ["title"] = FormAnswer.Of("Story days"), ["amountRequested"] = FormAnswer.Of("£4,800") }, Noon);
        application.Save(new Dictionary<string, FormAnswer> { ["summary"] = FormAnswer.Of("We meet.") }, Noon.AddHours(1));

        Assert.Equal("Story days", application.Title);
        Assert.Equal(480_000, application.AmountRequestedMinor);
        Assert.Equal("We meet.", application.Answers.Text("summary"));
        Assert.Equal(Noon.AddHours(1), application.SavedAt);
    }

    [Fact]
    public void Sending_gives_the_reference_and_happens_once()
    {
        var call = CallBuilder.OpenCall();
        var application = Begun(call);

        Assert.Equal(Outcome.Done, application.Submit(call, [], number: 7, Noon));
        Assert.Equal(Outcome.Refused(CallRefusals.AlreadySubmitted), application.Submit(call, [], number: 8, Noon));
        Assert.Equal("SCF26-007", application.Reference);
        Assert.Equal(Noon, application.SubmittedAt);
    }

    [Fact]
    public void Sending_late_is_refused_and_nothing_typed_is_lost()
    {
        var call = CallBuilder.OpenCall();
        var application = Begun(call);
        application.Save(new Dictionary<string, FormAnswer> { ["title"] = FormAnswer.Of("Story days") }, Noon);

        var outcome = application.Submit(call, [], number: 1, CallBuilder.Closes);

        Assert.Equal(Outcome.Refused(CallRefusals.CallClosed), outcome);
        Assert.Equal(ApplicationStatus.Draft, application.Status);
        Assert.Null(application.Reference);
        Assert.Equal("Story days", application.Title);
    }

    [Fact]
    public void Sending_with_answers_that_need_work_is_refused()
    {
        var call = CallBuilder.OpenCall();

        Assert.Equal(Outcome.Refused(CallRefusals.AnswersIncomplete), Begun(call).Submit(call, [new AnswerError("title", "Answer.Missing.ShortAnswer")], 1, Noon));
    }

    [Fact]
    public void A_sent_application_can_be_withdrawn_until_it_is_decided_and_never_edited()
    {
        var call = CallBuilder.OpenCall();
        var sent = Begun(call);
        sent.Submit(call, [], 1, Noon);
        var decided = Begun(call);
        decided.Submit(call, [], 2, Noon);
        decided.MarkDecided();

        Assert.Equal(Outcome.Refused(CallRefusals.AlreadySubmitted), sent.Save(new Dictionary<string, FormAnswer>(), Noon));
        Assert.Equal(Outcome.Done, sent.Withdraw(Noon));
        Assert.Equal(Outcome.Refused(CallRefusals.ApplicationWithdrawn), sent.Withdraw(Noon));
        Assert.Equal(Outcome.Refused(CallRefusals.ApplicationDecided), decided.Withdraw(Noon));
    }

    [Fact]
    public void A_person_who_applies_is_the_applicant_even_where_an_organisation_was_typed_before()
    {
        var answers = new FormAnswers().With(new Dictionary<string, FormAnswer>
        {
            ["applicantKind"] = FormAnswer.Chosen("person"),
            ["organisationName"] = FormAnswer.Of("Left over"),
            ["applicantName"] = FormAnswer.Of("Ana Lee"),
        });

        Assert.Equal(("Ana Lee", false), (ApplicationFacts.Of(answers).Applicant, ApplicationFacts.Of(answers).IsOrganisation));
    }

    private static Application Begun(Call call) => Application.Start(CallApplicationId.New(), call, AccountId.New(), "en", Eligible, Noon).Application!;
}
