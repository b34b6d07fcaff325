using Connections.Domain.Calls;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Grants.Staff;

public abstract class DecisionTests(HostFixture fixture)
{
    [Fact]
    public async Task The_ranking_waits_for_every_review_or_for_a_reason_to_go_on_without()
    {
        var (call, manager) = await ReviewedAsync(4_000);
        using var _ = manager;
        var late = await call.ReviewerAsync(9);
        await call.AssignAsync(await call.ApplicationAsync(2), late);

        var waiting = await manager.GetAsync($"/staff/grants/{call.Slug}/ranking");
        var page = await manager.GetAsync($"/staff/grants/{call.Slug}/end-reviewing");
        var refused = await page.Form("End reviewing").SubmitAsync();
        await page.Form("End reviewing").Set("Reason", "The reviewer is ill").SubmitAsync();
        var ranking = await manager.GetAsync($"/staff/grants/{call.Slug}/ranking");

        Assert.Contains("So far 1 of 2 are in", waiting.Text, StringComparison.Ordinal);
        refused.AssertHasError("Reason", "Give a reason");
        Assert.Contains("The reviewer is ill", ranking.Text, StringComparison.Ordinal);
        Assert.Equal([$"{call.Prefix}-001", $"{call.Prefix}-002"], ranking.Texts(".ranks tbody th"));
    }

    [Fact]
    public async Task Applications_are_ranked_by_weighted_mean_and_the_line_falls_where_the_money_ends()
    {
        var (call, manager) = await ReviewedAsync(4_000, 5_000, 3_000);
        using var _ = manager;

        var page = await manager.GetAsync($"/staff/grants/{call.Slug}/ranking");
        var csv = await (await manager.GetAsync($"/staff/grants/{call.Slug}/ranking/download")).Form("Download").SubmitAsync();

        Assert.Equal([$"{call.Prefix}-001", $"{call.Prefix}-002", $"{call.Prefix}-003"], page.Texts(".ranks tbody th"));
        Assert.Contains("Funding line: the money reaches 2. Left over: £1,000", page.Text, StringComparison.Ordinal);
        Assert.Contains("5.75", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{call.Prefix}-001", csv.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await fixture.Host.WithDataAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "grants.export" && e.Subject == $"call:{call.Call.Id}")));
    }

    [Fact]
    public async Task An_award_beyond_the_budget_needs_a_name_and_a_reason()
    {
        var (call, manager) = await ReviewedAsync(5_000, 5_000, 3_000);
        using var _ = manager;
        await DecideAsync(manager, call, 1, "Award", "5000");
        await DecideAsync(manager, call, 2, "Award", "5000");

        var refused = await DecideAsync(manager, call, 3, "Award", "3000");
        var unnamed = await refused.Form("Save this decision").Set("Input.OverrideReason", "More was found").SubmitAsync();
        var saved = await unnamed.Form("Save this decision").Set("Input.OverrideBy", "The minister").SubmitAsync();

        refused.AssertHasError("Input.OverrideReason", "This goes beyond the budget. Enter less, or say who allowed it and why");
        Assert.Equal("Good reasons", refused.Document.QuerySelector("textarea[name='Input.Reasons']")!.TextContent.Trim());
        unnamed.AssertHasError("Input.OverrideReason", "This goes beyond the budget. Enter less, or say who allowed it and why");
        Assert.Contains("Beyond the budget£3,000", saved.Text.Replace(" £", "£", StringComparison.Ordinal), StringComparison.Ordinal);
        var decision = await fixture.Host.WithDataAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.CallId == call.Call.Id && d.OverrideReason != null));
        Assert.Equal("The minister: More was found", decision.OverrideReason);
    }

    [Fact]
    public async Task A_decision_that_somebody_changed_meanwhile_is_told_and_not_overwritten()
    {
        var (call, manager) = await ReviewedAsync(4_000);
        using var _ = manager;
        using var second = await fixture.Host.SignedInAsync(Roles.FundManager);
        var stale = await second.GetAsync(Path(call, 1));
        await DecideAsync(manager, call, 1, "Award", "4000");

        var told = await Filled(stale.Form("Save this decision"), "Decline", "").SubmitAsync();
        var kept = await fixture.Host.WithDataAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.CallId == call.Call.Id));
        await told.Form("Save this decision").SubmitAsync();

        Assert.Contains("Somebody else changed this meanwhile", told.Text, StringComparison.Ordinal);
        Assert.Equal(DecisionKind.Award, kept.Kind);
        Assert.Equal(DecisionKind.Decline, await fixture.Host.WithDataAsync(db => db.Decisions.Where(d => d.CallId == call.Call.Id).Select(d => d.Kind).SingleAsync()));
    }

    [Fact]
    public async Task A_decision_without_kind_reasons_and_feedback_is_refused()
    {
        var (call, manager) = await ReviewedAsync(4_000);
        using var _ = manager;
        var page = await manager.GetAsync(Path(call, 1));

        var empty = await page.Form("Save this decision").SubmitAsync();
        var declined = await page.Form("Save this decision").Set("Input.Kind", "Decline").SubmitAsync();

        empty.AssertHasError("Input.Kind", "Choose what is decided");
        declined.AssertHasError("Input.Reasons", "Write the reasons: the applicant will read them");
        declined.AssertHasError("Input.Feedback", "Write what would have made it stronger");
        Assert.False(await fixture.Host.WithDataAsync(db => db.Decisions.AnyAsync(d => d.CallId == call.Call.Id)));
    }

    [Fact]
    public async Task A_decision_that_leaves_the_order_is_marked_before_it_is_recorded()
    {
        var (call, manager) = await ReviewedAsync(4_000, 5_000, 3_000);
        using var _ = manager;
        await DecideAsync(manager, call, 1, "Decline", "");
        await DecideAsync(manager, call, 2, "Award", "5000");
        var list = await DecideAsync(manager, call, 3, "Award", "3000");

        var check = await manager.GetAsync($"/staff/grants/{call.Slug}/decisions/check");

        Assert.Equal([true, false, true], list.Texts("tbody tr").Select(row => row.Contains("Leaves the order", StringComparison.Ordinal)));
        Assert.Contains("2 decisions leave the order of the marks.", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_published_once_with_awards_and_a_letter_to_everybody()
    {
        var (call, manager) = await ReviewedAsync(4_000, 4_500);
        using var _ = manager;
        using var visitor = fixture.Host.Visitor();
        await DecideAsync(manager, call, 1, "Award", "3500");
        var early = await manager.GetAsync($"/staff/grants/{call.Slug}/publish");
        await DecideAsync(manager, call, 2, "Decline", "");
        var publish = await (await manager.GetAsync($"/staff/grants/{call.Slug}/decisions/check")).Form("Record decisions").SubmitAsync();
        var letter = await manager.GetAsync($"/staff/grants/{call.Slug}/publish/{call.Prefix}-001");

        var unsure = await publish.Form("Publish the results").SubmitAsync();
        var done = await publish.Form("Publish the results").Tick("Sure", "true").SubmitAsync();
        var again = await publish.Form("Publish the results").Tick("Sure", "true").SubmitAsync();
        var results = await visitor.GetAsync($"/grants/{call.Slug}/results");

        Assert.Empty(early.Forms());
        Assert.Contains("you are awarded £3,500", letter.Text, StringComparison.Ordinal);
        unsure.AssertHasError("Sure", "Tick that you are sure");
        Assert.Contains("The results are published", done.Text, StringComparison.Ordinal);
        Assert.Contains("The results of this call are public", again.Text, StringComparison.Ordinal);
        Assert.Contains($"Project {call.Prefix} 1", results.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Project {call.Prefix} 2", results.Text, StringComparison.Ordinal);
        var awards = await fixture.Host.WithDataAsync(db => db.Awards.AsNoTracking().Where(a => a.CallId == call.Call.Id).ToListAsync());
        Assert.Equal([($"{call.Prefix}-A01", 350_000L)], awards.Select(a => (a.Reference, a.AmountMinor!.Value)));
        await AssertLetterAsync(call, 1, "Good news");
        await AssertLetterAsync(call, 2, "Our decision");
    }

    private async Task AssertLetterAsync(CallExample call, int number, string subject)
    {
        var address = await fixture.Host.WithDataAsync(async db =>
        {
            var account = await db.Applications.Where(a => a.Reference == $"{call.Prefix}-{number:000}").Select(a => a.AccountId).SingleAsync();
            return await db.Users.Where(u => u.Id == account.Value).Select(u => u.Email!).SingleAsync();
        });
        var letter = await fixture.Host.OnlyMailAsync<DecisionEmail>(address);
        Assert.StartsWith(subject, letter.Subject, StringComparison.Ordinal);
        Assert.Contains("Good reasons", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Useful feedback", letter.Text, StringComparison.Ordinal);
    }

    private static string Path(CallExample call, int number) => $"/staff/grants/{call.Slug}/decisions/{call.Prefix}-{number:000}";

    private static async Task<HtmlPage> DecideAsync(Visitor manager, CallExample call, int number, string kind, string amount) =>
        await Filled((await manager.GetAsync(Path(call, number))).Form("Save this decision"), kind, amount).SubmitAsync();

    private static PageForm Filled(PageForm form, string kind, string amount) =>
        form.Set("Input.Kind", kind).Set("Input.Amount", amount).Set("Input.Reasons", "Good reasons").Set("Input.Feedback", "Useful feedback");

    /// <summary>A closed call whose applications, asking for so much, have one review each, the first the best.</summary>
    private async Task<(CallExample Call, Visitor Manager)> ReviewedAsync(params long[] asked)
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 1);
        var member = await call.ReviewerAsync(1);
        foreach (var (index, pounds) in asked.Index())
        {
            await call.ReviewAsync(await call.ApplicationAsync(index + 1, pounds), member, 6 - index, 5 - index);
        }

        return (call, await fixture.Host.SignedInAsync(Roles.FundManager));
    }
}

public sealed class DecisionTestsOnSqlite(OnSqlite fixture) : DecisionTests(fixture), IClassFixture<OnSqlite>;

public sealed class DecisionTestsOnPostgreSql(OnPostgreSql fixture) : DecisionTests(fixture), IClassFixture<OnPostgreSql>;
