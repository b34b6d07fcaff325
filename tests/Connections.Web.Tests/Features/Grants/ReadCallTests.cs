using System.Net;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Grants.Jobs;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Grants;

public abstract class ReadCallTests(HostFixture fixture)
{
    private ConnectionsHost Host => fixture.Host;

    [Fact]
    public async Task A_call_shows_its_rubric_in_the_very_words_the_reviewers_use()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = Host.Visitor();

        var page = (await visitor.GetAsync($"/grants/{call.Slug}")).AssertShown(call.Name);

        Assert.Equal(["A plan that can be done"], page.Texts(".criterion h3"));
        Assert.Equal(["Little of it holds", "All of it holds"], page.Texts(".anchors dd"));
        Assert.Equal(call.RubricHash, page.Texts("code").Single());
        Assert.Equal("Open. 30 days left", page.Texts(".page-head .status").Single());
    }

    [Fact]
    public async Task A_call_is_not_there_while_it_is_a_draft()
    {
        var call = await Host.AddOpenCallAsync(CallStatus.Draft);
        using var visitor = Host.Visitor();

        (await visitor.GetAsync($"/grants/{call.Slug}")).AssertStatus(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"/grants/{call.Slug}/apply")).AssertStatus(HttpStatusCode.NotFound);
        Assert.DoesNotContain(call.Name, (await visitor.GetAsync("/grants")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_not_there_before_they_are_published()
    {
        var call = await Host.AddOpenCallAsync(CallStatus.Closed);
        using var visitor = Host.Visitor();

        foreach (var path in new[] { "results", "results.csv", "results.json" })
        {
            (await visitor.GetAsync($"/grants/{call.Slug}/{path}")).AssertStatus(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_closed_call_takes_nobody_and_says_so()
    {
        var call = await Host.AddOpenCallAsync(CallStatus.Closed);
        using var visitor = Host.Visitor();

        var page = await visitor.GetAsync($"/grants/{call.Slug}/apply");

        Assert.Empty(page.Forms());
        Assert.Contains("This call has closed", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_open_and_close_by_the_clock_with_the_fingerprint_on_record()
    {
        var due = await Host.AddOpenCallAsync(CallStatus.Announced);
        var over = await Host.AddOpenCallAsync(CallStatus.Open, terms => terms with { ClosesAt = FixedClock.Noon });

        await Host.WithAsync<MoveDueCalls, bool>(async move =>
        {
            await move.HandleAsync(CancellationToken.None);
            await move.HandleAsync(CancellationToken.None);
            return true;
        });

        var calls = await Host.WithDataAsync(db => db.Calls.Where(c => c.Id == due.Id || c.Id == over.Id).ToDictionaryAsync(c => c.Id));
        Assert.Equal((CallStatus.Open, due.Rubric.Fingerprint()), (calls[due.Id].Status, calls[due.Id].RubricHash));
        Assert.Equal(CallStatus.Closed, calls[over.Id].Status);
        var record = Assert.Single(await Host.WithDataAsync(db => db.AuditEntries.Where(e => e.Subject == $"call:{due.Id}").ToListAsync()));
        Assert.Contains(due.Rubric.Fingerprint(), record.After!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_told_to_its_applicant_once_it_is_published()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = await Host.SignedInAsync(Roles.Member);
        await (await visitor.CompleteAsync(call)).Form("Send application").SubmitAsync();
        var application = await Host.WithDataAsync(db => db.Applications.SingleAsync(a => a.CallId == call.Id));
        var terms = new DecisionTerms(DecisionKind.Decline, null, "Others were stronger.", "Name your partners.");
        var decision = Decision.Imported(DecisionId.New(), application, terms, AccountId.New(), FixedClock.Noon, publishedAt: null);
        await Host.AddAsync(decision);

        var before = await visitor.GetAsync($"/your-applications/{application.Id}");
        await Host.WithDataAsync(db => db.Decisions.Where(d => d.Id == decision.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.PublishedAt, FixedClock.Noon)));
        var after = await visitor.GetAsync($"/your-applications/{application.Id}");

        Assert.DoesNotContain("Others were stronger.", before.Text, StringComparison.Ordinal);
        Assert.Contains("Others were stronger.", after.Text, StringComparison.Ordinal);
        Assert.Contains("Name your partners.", after.Text, StringComparison.Ordinal);
        Assert.Contains("Not chosen", (await visitor.GetAsync("/your-applications")).Texts(".status"));
    }

    [Fact]
    public async Task The_list_of_calls_asks_as_many_questions_for_many_as_for_one()
    {
        using var visitor = Host.Visitor();
        await Host.AddOpenCallAsync();

        await Host.AssertSameQueryCount(
            () => visitor.GetAsync("/grants"),
            async () =>
            {
                await Host.AddOpenCallAsync();
                await Host.AddOpenCallAsync(CallStatus.Decided);
            });
    }
}

public sealed class ReadCallTestsOnSqlite(OnSqlite fixture) : ReadCallTests(fixture), IClassFixture<OnSqlite>;

public sealed class ReadCallTestsOnPostgreSql(OnPostgreSql fixture) : ReadCallTests(fixture), IClassFixture<OnPostgreSql>;
