using System.Net;
using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Grants.Staff;

public abstract class AssignTests(HostFixture fixture)
{
    [Fact]
    public async Task A_plan_is_shown_before_it_is_recorded_and_reviewers_are_told()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 2);
        var (first, second) = (await call.ApplicationAsync(1), await call.ApplicationAsync(2));
        PanelMember[] panel = [await call.ReviewerAsync(1, 0, 2), await call.ReviewerAsync(2, 0, 2), await call.ReviewerAsync(3, 0, 2)];
        await fixture.Host.AddAsync(new ConflictOfInterest(ConflictId.New(), first.Id, panel[0].Id, ConflictKind.Declared, "A friend", fixture.Host.Clock.GetUtcNow()));
        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);

        var planned = await (await manager.GetAsync($"/staff/grants/{call.Slug}/assign")).Form("Propose").SubmitAsync();
        var elsewhere = await manager.GetAsync($"/staff/grants/{call.Slug}/assign?plan=true");
        var before = await GivenAsync(call);
        var done = await planned.Form("Record this plan").SubmitAsync();
        var again = await elsewhere.Form("Record this plan").SubmitAsync();

        Assert.Contains("The plan gives 4 reviews to write", planned.Text, StringComparison.Ordinal);
        Assert.Empty(before);
        Assert.Contains("The plan is recorded", done.Text, StringComparison.Ordinal);
        Assert.Contains("recorded already", again.Text, StringComparison.Ordinal);
        var given = await GivenAsync(call);
        Assert.Equal(4, given.Count);
        Assert.Equal([panel[1].Id, panel[2].Id], given.Where(g => g.ApplicationId == first.Id).Select(g => g.PanelMemberId).OrderBy(id => id == panel[1].Id ? 0 : 1));
        Assert.Equal(2, given.Count(g => g.ApplicationId == second.Id));
        Assert.Contains(call.Call.Name, (await fixture.Host.OnlyMailAsync<ReviewsGivenEmail>(await AddressAsync(panel[1]))).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_call_asks_as_much_of_everybody_who_fits_alike()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 3);
        for (var number = 1; number <= 4; number++)
        {
            await call.ApplicationAsync(number);
        }

        var panel = new List<PanelMember>();
        for (var number = 1; number <= 6; number++)
        {
            panel.Add(await call.ReviewerAsync(number, 12, 20));
        }

        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);

        await (await manager.GetAsync($"/staff/grants/{call.Slug}/assign?plan=true")).Form("Record this plan").SubmitAsync();

        var given = await GivenAsync(call);
        Assert.Equal([2, 2, 2, 2, 2, 2], panel.Select(m => given.Count(g => g.PanelMemberId == m.Id)));
    }

    [Fact]
    public async Task Where_no_plan_is_possible_the_page_says_why_and_records_nothing()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 2);
        await call.ApplicationAsync(1);
        await call.ReviewerAsync(1);
        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);

        var page = await manager.GetAsync($"/staff/grants/{call.Slug}/assign?plan=true");

        Assert.Contains("There is no plan that keeps every rule", page.Text, StringComparison.Ordinal);
        Assert.Contains("needs 2 reviewers", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Forms());
    }

    [Fact]
    public async Task Clashes_that_have_nothing_to_do_with_each_other_are_listed()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 2);
        Application[] applications = [await call.ApplicationAsync(1), await call.ApplicationAsync(2), await call.ApplicationAsync(3)];
        PanelMember[] panel = [await call.ReviewerAsync(1, 0, 5), await call.ReviewerAsync(2, 0, 5)];
        foreach (var (application, member) in applications.Zip(panel))
        {
            await fixture.Host.AddAsync(new ConflictOfInterest(ConflictId.New(), application.Id, member.Id, ConflictKind.Declared, "A friend", fixture.Host.Clock.GetUtcNow()));
        }

        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);

        var page = await manager.GetAsync($"/staff/grants/{call.Slug}/assign?plan=true");

        Assert.Equal(
            applications.Take(2).Select(a => $"Application {a.Reference} needs 2 reviewers, but only 1 of 2 is free of conflicts with it."),
            page.Document.QuerySelectorAll("[role=alert] li").Select(li => li.TextContent.Trim()));
    }

    [Fact]
    public async Task One_reviewer_at_least_reads_the_language()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 1);
        var spanish = await call.ApplicationAsync(1, language: "es");
        await call.ReviewerAsync(1);
        var reader = await call.ReviewerAsync(2, 0, 5, "en", "es");
        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);

        await (await manager.GetAsync($"/staff/grants/{call.Slug}/assign?plan=true")).Form("Record this plan").SubmitAsync();

        Assert.Equal([(spanish.Id, reader.Id)], (await GivenAsync(call)).Select(g => (g.ApplicationId, g.PanelMemberId)));
    }

    [Fact]
    public async Task A_conflict_makes_room_for_somebody_else_and_keeps_what_is_recorded()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 1);
        var (first, second) = (await call.ApplicationAsync(1), await call.ApplicationAsync(2));
        var (tied, other) = (await call.ReviewerAsync(1), await call.ReviewerAsync(2));
        await call.AssignAsync(first, tied);
        await call.AssignAsync(second, tied);
        using var reviewer = await fixture.Host.SignedInAsync(tied.AccountId);
        await (await reviewer.GetAsync($"/staff/grants/{call.Slug}/reviews/{first.Reference}")).Form("Take it off my pile").Set("Connection", "My cousin").SubmitAsync();
        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);

        var work = await manager.GetAsync("/staff");
        await (await manager.GetAsync($"/staff/grants/{call.Slug}/assign?plan=true")).Form("Record this plan").SubmitAsync();

        Assert.Contains($"Find reviewers: {call.Call.Name}", work.Text, StringComparison.Ordinal);
        var given = await GivenAsync(call);
        Assert.Contains(given, g => g.ApplicationId == first.Id && g.PanelMemberId == other.Id);
        Assert.Contains(given, g => g.ApplicationId == second.Id && g.PanelMemberId == tied.Id);
        Assert.Equal(2, given.Count);
    }

    [Fact]
    public async Task A_call_is_closed_early_only_with_a_reason_by_whoever_is_sure()
    {
        var call = await CallExample.AddAsync(fixture.Host, closesAt: fixture.Host.Clock.GetUtcNow().AddDays(30), status: CallStatus.Open);
        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);
        using var visitor = fixture.Host.Visitor();
        var writer = await fixture.Host.PersonAsync();
        var draft = Application.Imported(CallApplicationId.New(), call.Call.Id, writer, call.Call.FormVersionId, "en", new ImportedApplication(null, ApplicationStatus.Draft, new FormAnswers(), fixture.Host.Clock.GetUtcNow(), null, null, [], new Dictionary<string, IReadOnlyDictionary<string, string>>()));
        await fixture.Host.AddAsync(draft);
        var page = await manager.GetAsync($"/staff/grants/{call.Slug}/close");

        var refused = await page.Form("Close the call").SubmitAsync();
        var done = await page.Form("Close the call").Set("Reason", "The budget is gone").Tick("Sure", "true").SubmitAsync();

        refused.AssertHasError("Reason", "Give a reason");
        refused.AssertHasError("Sure", "Tick that you are sure");
        Assert.Contains("The call is closed", done.Text, StringComparison.Ordinal);
        var stored = await fixture.Host.WithDataAsync(db => db.Calls.AsNoTracking().SingleAsync(c => c.Id == call.Call.Id));
        Assert.Equal((CallStatus.Closed, fixture.Host.Clock.GetUtcNow()), (stored.Status, stored.ClosesAt));
        Assert.True(await fixture.Host.WithDataAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "grants.close" && e.Reason == "The budget is gone")));
        Assert.Contains("The budget is gone", (await visitor.GetAsync($"/grants/{call.Slug}")).Text, StringComparison.Ordinal);
        var address = (await fixture.Host.WithDataAsync(db => db.Users.SingleAsync(u => u.Id == writer.Value))).Email!;
        Assert.Contains("The budget is gone", (await fixture.Host.OnlyMailAsync<CallClosedEarlyEmail>(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reviewer_is_reminded_once_a_day()
    {
        var call = await CallExample.AddAsync(fixture.Host, reviewers: 1);
        var member = await call.ReviewerAsync(1);
        await call.AssignAsync(await call.ApplicationAsync(1), member);
        using var manager = await fixture.Host.SignedInAsync(Roles.FundManager);
        var page = await manager.GetAsync($"/staff/grants/{call.Slug}/remind");
        var elsewhere = await manager.GetAsync($"/staff/grants/{call.Slug}/remind");

        var done = await page.Form("Send the reminders").SubmitAsync();
        var again = await elsewhere.Form("Send the reminders").SubmitAsync();

        Assert.Contains("Reminders are on their way", done.Text, StringComparison.Ordinal);
        Assert.Contains("reminded today already", again.Text, StringComparison.Ordinal);
        await fixture.Host.OnlyMailAsync<ReviewsReminderEmail>(await AddressAsync(member));
    }

    [Fact]
    public async Task An_auditor_reads_and_may_change_nothing()
    {
        var call = await CallExample.AddAsync(fixture.Host);
        using var auditor = await fixture.Host.SignedInAsync(Roles.Auditor);

        (await auditor.GetAsync($"/staff/grants/{call.Slug}")).AssertShown(call.Call.Name);
        var assign = await auditor.GetAsync($"/staff/grants/{call.Slug}/assign");

        Assert.NotEqual(HttpStatusCode.OK, assign.Status);
    }

    private Task<List<ReviewAssignment>> GivenAsync(CallExample call) => fixture.Host.WithDataAsync(db =>
        db.ReviewAssignments.AsNoTracking().Where(s => s.ReleasedAt == null && db.Applications.Any(a => a.Id == s.ApplicationId && a.CallId == call.Call.Id)).ToListAsync());

    private Task<string> AddressAsync(PanelMember member) =>
        fixture.Host.WithDataAsync(db => db.Users.Where(u => u.Id == member.AccountId.Value).Select(u => u.Email!).SingleAsync());
}

public sealed class AssignTestsOnSqlite(OnSqlite fixture) : AssignTests(fixture), IClassFixture<OnSqlite>;

public sealed class AssignTestsOnPostgreSql(OnPostgreSql fixture) : AssignTests(fixture), IClassFixture<OnPostgreSql>;
