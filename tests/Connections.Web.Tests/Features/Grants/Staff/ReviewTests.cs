using System.Net;
using Connections.Domain.Calls;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Grants.Staff;

public abstract class ReviewTests(HostFixture fixture)
{
    private const string FirstScore = "Input.Judged[0].Score";
    private const string FirstReason = "Input.Judged[0].Reason";
    private const string SecondScore = "Input.Judged[1].Score";
    private const string SecondReason = "Input.Judged[1].Reason";

    [Fact]
    public async Task A_review_with_gaps_is_saved_and_gone_on_with()
    {
        var (call, application, member) = await PileOfOneAsync();
        using var reviewer = await fixture.Host.SignedInAsync(member.AccountId);

        var pile = await (await reviewer.GetAsync(Path(call, application))).Form("Save and come back").Set(FirstScore, "4").Set(SecondReason, "Half a").SubmitAsync();
        var again = await reviewer.GetAsync(Path(call, application));

        Assert.Contains($"Your review of {application.Reference} is saved", pile.Text, StringComparison.Ordinal);
        Assert.Equal("4", again.Document.QuerySelector($"input[name='{FirstScore}'][checked]")!.GetAttribute("value"));
        Assert.Equal("Half a", again.Document.QuerySelector($"textarea[name='{SecondReason}']")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_review_is_sent_only_with_every_score_and_reason()
    {
        var (call, application, member) = await PileOfOneAsync();
        using var reviewer = await fixture.Host.SignedInAsync(member.AccountId);

        var refused = await (await reviewer.GetAsync(Path(call, application))).Form("Send review").Set(FirstScore, "4").Set(FirstReason, "Too short").SubmitAsync();

        refused.AssertHasError(FirstReason, "Plan: Write a longer reason for this score");
        refused.AssertHasError(SecondScore, "Reach: Choose a score");
        refused.AssertHasError(SecondReason, "Reach: Write a longer reason for this score");
        Assert.Equal("Too short", refused.Document.QuerySelector($"textarea[name='{FirstReason}']")!.TextContent.Trim());
        Assert.False(await fixture.Host.WithDataAsync(db => db.Reviews.AnyAsync(r => r.ApplicationId == application.Id)));
    }

    [Fact]
    public async Task A_complete_review_is_sent_and_is_final()
    {
        var (call, application, member) = await PileOfOneAsync();
        using var reviewer = await fixture.Host.SignedInAsync(member.AccountId);
        var form = (await reviewer.GetAsync(Path(call, application))).Form("Send review");

        var pile = await Filled(form, "4", "5").SubmitAsync();
        var again = await Filled(form, "1", "1").SubmitAsync();
        var shown = await reviewer.GetAsync(Path(call, application));

        Assert.Contains($"Your review of {application.Reference} is sent", pile.Text, StringComparison.Ordinal);
        Assert.Contains("You have sent this review, so it cannot be changed", again.Text, StringComparison.Ordinal);
        Assert.Empty(shown.Document.QuerySelectorAll("form textarea"));
        var review = await fixture.Host.WithDataAsync(db => db.Reviews.AsNoTracking().SingleAsync(r => r.ApplicationId == application.Id));
        Assert.Equal([4, 5], review.Scores.OrderBy(s => s.Criterion).Select(s => s.Score!.Value));
    }

    [Fact]
    public async Task Somebody_elses_application_does_not_exist()
    {
        var (call, application, _) = await PileOfOneAsync();
        var other = await call.ReviewerAsync(2);
        using var reviewer = await fixture.Host.SignedInAsync(other.AccountId);
        using var outsider = await fixture.Host.SignedInAsync(Roles.Reviewer);

        (await reviewer.GetAsync(Path(call, application))).AssertStatus(HttpStatusCode.NotFound);
        (await outsider.GetAsync(Path(call, application))).AssertStatus(HttpStatusCode.NotFound);
        (await outsider.GetAsync($"/staff/grants/{call.Slug}/reviews")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_reviewer_sees_neither_who_applies_nor_what_others_think()
    {
        var (call, application, member) = await PileOfOneAsync();
        var other = await call.ReviewerAsync(2);
        await call.ReviewAsync(application, other, 6, 6);
        using var reviewer = await fixture.Host.SignedInAsync(member.AccountId);
        using var writer = await fixture.Host.SignedInAsync(other.AccountId);

        var page = await reviewer.GetAsync(Path(call, application));
        var own = await writer.GetAsync(Path(call, application));

        Assert.Contains("Reason of reviewer 2", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Reason of reviewer 2", page.Text, StringComparison.Ordinal);
        Assert.Contains(application.Title!, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(application.Applicant!, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("input[type=radio][checked]"));
    }

    [Fact]
    public async Task A_review_saved_in_another_window_is_not_overwritten_unasked()
    {
        var (call, application, member) = await PileOfOneAsync();
        using var reviewer = await fixture.Host.SignedInAsync(member.AccountId);
        var (first, second) = (await reviewer.GetAsync(Path(call, application)), await reviewer.GetAsync(Path(call, application)));
        await first.Form("Save and come back").Set(FirstReason, "From the first").SubmitAsync();

        var told = await second.Form("Save and come back").Set(FirstReason, "From the second").SubmitAsync();
        var kept = await StoredReasonAsync(application);
        await told.Form("Save and come back").SubmitAsync();

        Assert.Contains("You saved this review in another window meanwhile", told.Text, StringComparison.Ordinal);
        Assert.Equal("From the first", kept);
        Assert.Equal("From the second", await StoredReasonAsync(application));
    }

    [Fact]
    public async Task Knowing_who_wrote_it_takes_it_off_the_pile_and_tells_the_fund_manager()
    {
        var manager = await fixture.Host.PersonAsync(Roles.FundManager);
        var address = await fixture.Host.WithDataAsync(db => db.Users.Where(u => u.Id == manager.Value).Select(u => u.Email!).SingleAsync());
        var (call, application, member) = await PileOfOneAsync();
        using var reviewer = await fixture.Host.SignedInAsync(member.AccountId);
        var page = await reviewer.GetAsync(Path(call, application));

        var empty = await page.Form("Take it off my pile").SubmitAsync();
        var pile = await page.Form("Take it off my pile").Set("Connection", "We sing in one choir").SubmitAsync();

        empty.AssertHasError("Connection", "Give a reason");
        Assert.Contains($"{application.Reference} is off your pile", pile.Text, StringComparison.Ordinal);
        (await reviewer.GetAsync(Path(call, application))).AssertStatus(HttpStatusCode.NotFound);
        var conflict = await fixture.Host.WithDataAsync(db => db.ConflictsOfInterest.AsNoTracking().SingleAsync(c => c.ApplicationId == application.Id));
        Assert.Equal((ConflictKind.Declared, "We sing in one choir"), (conflict.Kind, conflict.Reason));
        Assert.Contains(application.Reference!, (await fixture.Host.OnlyMailAsync<ConflictDeclaredEmail>(address)).Subject, StringComparison.Ordinal);
    }

    private static PageForm Filled(PageForm form, string first, string second) =>
        form.Set(FirstScore, first).Set(FirstReason, "A plan that works").Set(SecondScore, second).Set(SecondReason, "It reaches many people");

    private static string Path(CallExample call, Application application) => $"/staff/grants/{call.Slug}/reviews/{application.Reference}";

    private Task<string> StoredReasonAsync(Application application) => fixture.Host.WithDataAsync(async db =>
        (await db.Reviews.AsNoTracking().SingleAsync(r => r.ApplicationId == application.Id)).Scores.Single(s => s.Criterion == "plan").Reason);

    private async Task<(CallExample Call, Application Application, PanelMember Member)> PileOfOneAsync()
    {
        var call = await CallExample.AddAsync(fixture.Host);
        var application = await call.ApplicationAsync(1);
        var member = await call.ReviewerAsync(1);
        await call.AssignAsync(application, member);
        return (call, application, member);
    }
}

public sealed class ReviewTestsOnSqlite(OnSqlite fixture) : ReviewTests(fixture), IClassFixture<OnSqlite>;

public sealed class ReviewTestsOnPostgreSql(OnPostgreSql fixture) : ReviewTests(fixture), IClassFixture<OnPostgreSql>;
