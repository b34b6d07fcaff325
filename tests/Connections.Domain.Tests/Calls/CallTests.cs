using Connections.Domain.Calls;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Calls;

public sealed class CallTests
{
    [Fact]
    public void Opening_freezes_the_rubric_with_its_fingerprint()
    {
        var call = CallBuilder.OpenCall();

        Assert.Equal(CallStatus.Open, call.Status);
        Assert.Equal(CallBuilder.Opens, call.FrozenAt);
        Assert.Equal(Rubrics.TwoCriteria().Fingerprint(), call.RubricHash);
    }

    [Fact]
    public void A_frozen_rubric_cannot_be_changed()
    {
        var call = CallBuilder.OpenCall();

        var outcome = call.Change(CallBuilder.Terms(Rubrics.TwoCriteria(first: 60, second: 40)));

        Assert.Equal(Outcome.Refused(CallRefusals.RubricFrozen), outcome);
        Assert.Equal(75, call.Rubric.Criteria[0].WeightPercent);
    }

    [Fact]
    public void The_deadline_of_an_open_call_may_move_back_but_not_forward()
    {
        var call = CallBuilder.OpenCall();

        Assert.Equal(Outcome.Done, call.Change(CallBuilder.Terms() with { ClosesAt = CallBuilder.Closes.AddDays(1) }));
        Assert.Equal(Outcome.Refused(CallRefusals.DeadlineBroughtForward), call.Change(CallBuilder.Terms() with { ClosesAt = CallBuilder.Closes }));
    }

    [Fact]
    public void Announcing_needs_weights_of_a_hundred_in_all()
    {
        var call = CallBuilder.Draft(CallBuilder.Terms(Rubrics.TwoCriteria(first: 70, second: 25)));

        Assert.Equal(Outcome.Refused(CallRefusals.WeightsNotHundred), call.Announce(CallBuilder.Opens.AddDays(-1)));
        Assert.Equal(CallStatus.Draft, call.Status);
    }

    [Fact]
    public void Announcing_needs_words_for_every_score()
    {
        var rubric = Rubrics.TwoCriteria();
        var gap = rubric with { Criteria = [rubric.Criteria[0], rubric.Criteria[1] with { Anchors = [new Anchor(1, 2, "Weak", "Little"), new Anchor(4, 6, "Strong", "Much")] }] };
        var call = CallBuilder.Draft(CallBuilder.Terms(gap));

        Assert.Equal(Outcome.Refused(CallRefusals.AnchorsIncomplete), call.Announce(CallBuilder.Opens.AddDays(-1)));
    }

    [Fact]
    public void A_rubric_must_be_public_before_the_call_opens()
    {
        var call = CallBuilder.Draft();

        Assert.Equal(Outcome.Refused(CallRefusals.OpensInThePast), call.Announce(CallBuilder.Opens));
        Assert.Equal(Outcome.Refused(CallRefusals.WrongCallStatus), call.Open(CallBuilder.Opens));
    }

    [Fact]
    public void A_call_is_open_until_the_instant_it_closes_whether_or_not_it_was_closed_by_then()
    {
        var call = CallBuilder.OpenCall();

        Assert.True(call.IsOpenAt(CallBuilder.Closes.AddTicks(-1)));
        Assert.Equal(CallRefusals.CallClosed, call.WhyNotOpenAt(CallBuilder.Closes));
    }

    [Fact]
    public void Results_are_published_only_when_every_application_is_decided()
    {
        var call = CallBuilder.OpenCall();
        Assert.Equal(Outcome.Done, call.Close(CallBuilder.Closes));

        Assert.Equal(Outcome.Refused(CallRefusals.ApplicationsUndecided), call.PublishResults(undecided: 1, CallBuilder.Closes.AddDays(60)));
        Assert.Equal(Outcome.Done, call.PublishResults(undecided: 0, CallBuilder.Closes.AddDays(60)));
        Assert.Equal(CallBuilder.Closes.AddDays(60), call.ResultsPublishedAt);
    }

    [Theory]
    [InlineData("plan", "other")]
    [InlineData("Little", "Less")]
    [InlineData("Name of reach", "Name of  reach")]
    public void Any_other_word_gives_another_fingerprint(string word, string instead)
    {
        var rubric = Rubrics.TwoCriteria();
        string Put(string text) => text == word ? instead : text;
        var changed = rubric with
        {
            Criteria = [.. rubric.Criteria.Select(c => c with { Key = Put(c.Key), Name = Put(c.Name), Anchors = [.. c.Anchors.Select(a => a with { Text = Put(a.Text) })] })],
        };

        Assert.NotEqual(rubric.Fingerprint(), changed.Fingerprint());
        Assert.Equal(Rubrics.TwoCriteria().Fingerprint(), rubric.Fingerprint());
    }
}
