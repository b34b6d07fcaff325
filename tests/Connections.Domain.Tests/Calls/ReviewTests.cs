using Connections.Domain.Calls;
using Connections.Domain.Shared;

namespace Connections.Domain.Tests.Calls;

public sealed class ReviewTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_draft_keeps_a_score_without_a_reason_and_cannot_be_submitted_yet()
    {
        var review = Begun();

        Assert.Equal(Outcome.Done, review.Save(Rubrics.TwoCriteria(), [new ReviewEntry("plan", 5, "")], null, "", Noon));
        Assert.Equal(
            Outcome.Refused(CallRefusals.ScoreReasonTooShort("plan"), CallRefusals.ScoreMissing("reach"), CallRefusals.ScoreReasonTooShort("reach")),
            review.Submit(Rubrics.TwoCriteria(), Noon));
        Assert.Equal(5, review.Scores.Single().Score);
    }

    [Fact]
    public void A_score_off_the_scale_and_an_unknown_criterion_are_refused_and_nothing_is_kept()
    {
        var review = Begun();

        var outcome = review.Save(Rubrics.TwoCriteria(), [new ReviewEntry("plan", 7, "x"), new ReviewEntry("charm", 3, "x")], null, "", Noon);

        Assert.Equal(Outcome.Refused(CallRefusals.UnknownCriterion, CallRefusals.ScoreOutOfScale("plan")), outcome);
        Assert.Empty(review.Scores);
    }

    [Fact]
    public void A_submitted_review_is_final()
    {
        var review = Complete(plan: 5, reach: 3);

        Assert.Equal(Outcome.Done, review.Submit(Rubrics.TwoCriteria(), Noon));
        Assert.Equal(Outcome.Refused(CallRefusals.ReviewSubmitted), review.Submit(Rubrics.TwoCriteria(), Noon));
        Assert.Equal(Outcome.Refused(CallRefusals.ReviewSubmitted), review.Save(Rubrics.TwoCriteria(), [new ReviewEntry("plan", 1, "")], null, "", Noon));
        Assert.Equal(4.5m, review.Mark(Rubrics.TwoCriteria()));
    }

    [Fact]
    public void A_bonus_that_the_rubric_does_not_name_is_refused()
    {
        Assert.Equal(Outcome.Refused(CallRefusals.BonusOutOfRange), Begun().Save(Rubrics.TwoCriteria(), [], 1, "", Noon));
    }

    [Fact]
    public void A_bonus_lifts_by_hundredths_of_the_scale_and_never_above_it()
    {
        var rubric = Rubrics.TwoCriteria(bonus: new Bonus(10, "Joined up", "Joins two areas"));

        Assert.Equal(5.0m, WeightedMark.Of(rubric, new Dictionary<string, int?> { ["plan"] = 5, ["reach"] = 3 }, 10));
        Assert.Equal(6m, WeightedMark.Of(rubric, new Dictionary<string, int?> { ["plan"] = 6, ["reach"] = 6 }, 10));
        Assert.Null(WeightedMark.Of(rubric, new Dictionary<string, int?> { ["plan"] = 6 }, 10));
    }

    [Fact]
    public void Three_marks_give_their_mean_and_how_far_they_lie_apart()
    {
        var spread = MarkSpread.Of([3m, 4m, 5m])!;

        Assert.Equal(new MarkSpread(3, 4m, 1.0, 3m, 5m), spread);
        Assert.Equal(new MarkSpread(1, 3m, null, 3m, 3m), MarkSpread.Of([3m]));
        Assert.Null(MarkSpread.Of([]));
    }

    [Fact]
    public void Equal_means_share_a_rank_and_the_unread_come_last()
    {
        var (a, b, c, d) = (CallApplicationId.New(), CallApplicationId.New(), CallApplicationId.New(), CallApplicationId.New());

        var ranked = Ranking.Of([(d, "S-4", null), (c, "S-3", MarkSpread.Of([3m])), (b, "S-2", MarkSpread.Of([5m])), (a, "S-1", MarkSpread.Of([5m]))]);

        Assert.Equal([(a, 1), (b, 1), (c, 3), (d, (int?)null)], ranked.Select(r => (r.Id, r.Rank)));
    }

    [Fact]
    public void A_reviewer_gets_nothing_they_are_in_conflict_with_and_nothing_beyond_their_limit()
    {
        var call = CallBuilder.OpenCall();
        var application = Sent(call);
        var member = new PanelMember(PanelMemberId.New(), call.Id, AccountId.New(), 1, new PanelMemberFacts(0, 2, ["en"], [], [], null));

        Assert.Equal(Outcome.Refused(CallRefusals.InConflict), ReviewAssignment.Give(AssignmentId.New(), application, member, inConflict: true, load: 0, Noon).Outcome);
        Assert.Equal(Outcome.Refused(CallRefusals.ReviewerFull), ReviewAssignment.Give(AssignmentId.New(), application, member, inConflict: false, load: 2, Noon).Outcome);
        Assert.Equal(Outcome.Done, ReviewAssignment.Give(AssignmentId.New(), application, member, inConflict: false, load: 1, Noon).Outcome);
    }

    private static Application Sent(Call call)
    {
        var application = Application.Start(
            CallApplicationId.New(), call, AccountId.New(), "en", new Dictionary<string, bool> { ["new"] = true, ["party"] = false }, CallBuilder.Opens).Application!;
        Assert.Equal(Outcome.Done, application.Submit(call, [], 1, CallBuilder.Opens));
        return application;
    }

    private static Review Begun() => new(ReviewId.New(), AssignmentId.New(), CallApplicationId.New(), PanelMemberId.New(), Noon);

    private static Review Complete(int plan, int reach)
    {
        var review = Begun();
        review.Save(Rubrics.TwoCriteria(), [new ReviewEntry("plan", plan, "Dates and costs hold."), new ReviewEntry("reach", reach, "Some new people come.")], null, "", Noon);
        return review;
    }
}
