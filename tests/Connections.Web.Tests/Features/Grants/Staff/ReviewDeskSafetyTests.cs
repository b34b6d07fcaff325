using System.Net;
using System.Text.Json;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Tests.Features.Grants;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Grants.Staff;

/// <summary>A sign-in that ends, or a token that grows old, while somebody writes a review or an application.</summary>
public abstract class ReviewDeskSafetyTests(HostFixture fixture)
{
    private const string Reason = "Zwölf lines of careful thought,\nи одна мысль.";
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task A_review_written_past_the_end_of_the_sign_in_is_saved_after_signing_in_again()
    {
        var (person, call, path) = await PileAsync();
        using var visitor = await host.SignedInAsync(person);
        var form = Written(await visitor.GetAsync(path));
        await EndSignInAsync(person);

        var signedOut = await form.SubmitAsync();
        await SignInAgainAsync(visitor, person, secondFactor: false);
        var withOneFactor = await signedOut.Form("Send what I typed").SubmitAsync();
        await SignInAgainAsync(visitor, person, secondFactor: true);
        await withOneFactor.Form("Send what I typed").SubmitAsync();

        signedOut.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains("Zwölf lines of careful thought", signedOut.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", signedOut.Document.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.Contains("Zwölf lines of careful thought", withOneFactor.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in/second-factor", withOneFactor.Document.QuerySelector("main a.button")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Equal(Reason, await SavedAsync(call));
        Assert.Contains("Zwölf lines of careful thought", (await visitor.GetAsync(path)).Document.QuerySelector("textarea[name='Input.Judged[0].Reason']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_with_a_token_of_another_day_is_given_back_and_saved()
    {
        var (person, call, path) = await PileAsync();
        using var visitor = await host.SignedInAsync(person);
        var form = Written(await visitor.GetAsync(path)).Put("__RequestVerificationToken", "of another day");

        var expired = await form.SubmitAsync();
        await expired.Form("Send what I typed").SubmitAsync();

        expired.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal(Reason, await SavedAsync(call));
    }

    [Fact]
    public async Task A_draft_is_kept_while_it_is_written_and_never_goes_over_another_window()
    {
        var (person, call, path) = await PileAsync();
        using var visitor = await host.SignedInAsync(person);
        var (page, elsewhere) = (await visitor.GetAsync(path), await visitor.GetAsync(path));

        var kept = await DraftAsync(visitor, page, path, Reason, version: "");
        var again = await DraftAsync(visitor, page, path, $"{Reason} More.", $"{kept.GetProperty("version")}");
        var stale = await DraftAsync(visitor, elsewhere, path, "Other words", version: "");

        Assert.StartsWith("Draft saved ", kept.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(again.GetProperty("saved").GetBoolean());
        Assert.Equal((false, true), (stale.GetProperty("saved").GetBoolean(), stale.GetProperty("over").GetBoolean()));
        Assert.Equal($"{Reason} More.", await SavedAsync(call));
        Assert.Equal(0, await host.WithDataAsync(db => db.Reviews.CountAsync(r => r.SubmittedAt != null && db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == call.Call.Id))));
        Assert.Contains("More.", (await visitor.GetAsync(path)).Document.QuerySelector("textarea[name='Input.Judged[0].Reason']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_is_not_kept()
    {
        var (person, _, path) = await PileAsync();
        using var visitor = await host.SignedInAsync(person);

        var answer = await DraftAsync(visitor, await visitor.GetAsync(path), path, new string('a', 5000), version: "");

        Assert.False(answer.GetProperty("saved").GetBoolean());
        Assert.StartsWith("The draft is not saved", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await host.WithDataAsync(db => db.Reviews.CountAsync(r => db.PanelMembers.Any(m => m.Id == r.PanelMemberId && m.AccountId == person))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_application_written_past_the_end_of_the_sign_in_or_the_token_is_saved(bool signsOut)
    {
        var person = await host.PersonAsync();
        using var visitor = await host.SignedInAsync(person);
        var application = await visitor.BeginAsync(await host.AddOpenCallAsync());
        var form = (await visitor.GetAsync($"{application}/questions/project")).Form("Save and come back later").Set("Form.Text[title]", "Dva dni").Set("Form.Text[summary]", Reason);
        if (signsOut)
        {
            await EndSignInAsync(person);
        }
        else
        {
            form.Put("__RequestVerificationToken", "of another day");
        }

        var page = await form.SubmitAsync();
        if (signsOut)
        {
            await SignInAgainAsync(visitor, person, secondFactor: false);
        }

        for (var sent = 0; sent < 2 && page.Heading == "Please send your form again"; sent++)
        {
            page = await page.Form("Send what I typed").SubmitAsync();
        }

        var answers = (await host.WithDataAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.AccountId == person))).Answers;
        Assert.Equal(("Dva dni", Reason), (answers["title"].Text, answers["summary"].Text));
    }

    private static async Task<JsonElement> DraftAsync(Visitor visitor, HtmlPage page, string path, string reason, string version)
    {
        var token = page.Document.QuerySelector("#scores input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["Input.Version"] = version, ["Input.Judged[0].Reason"] = reason, ["Input.Judged[0].Score"] = "4",
        });
        var response = await visitor.SendAsync($"{path}?handler=Draft", body);
        return JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement;
    }

    private static PageForm Written(HtmlPage page) => page.Form("Save and come back").Set("Input.Judged[0].Reason", Reason).Set("Input.Judged[0].Score", "4");

    private async Task<(AccountId Person, CallExample Call, string Path)> PileAsync()
    {
        var call = await CallExample.AddAsync(host, reviewers: 1);
        var person = await host.PersonAsync("Reviewer");
        var seat = new PanelMember(PanelMemberId.New(), call.Call.Id, person, 1, new PanelMemberFacts(0, 9, ["en"], [], [], null));
        await host.AddAsync(seat);
        await call.AssignAsync(await call.ApplicationAsync(1), seat);
        return (person, call, $"/staff/grants/{call.Slug}/reviews/{call.Prefix}-001");
    }

    private async Task EndSignInAsync(AccountId person)
    {
        using var elsewhere = await host.SignedInAsync(person);
        await (await elsewhere.GetAsync("/sign-out")).Form("Sign out everywhere").SubmitAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    private async Task SignInAgainAsync(Visitor visitor, AccountId person, bool secondFactor)
    {
        using var again = await host.SignedInAsync(person, secondFactor);
        foreach (var (name, value) in again.Cookies.Values)
        {
            visitor.Cookies.Set(name, value);
        }
    }

    private async Task<string?> SavedAsync(CallExample call) => (await host.WithDataAsync(db => db.Reviews.AsNoTracking().Include(r => r.Scores)
        .SingleAsync(r => db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == call.Call.Id)))).Scores.Single(s => s.Criterion == "plan").Reason;
}

public sealed class ReviewDeskSafetyTestsOnSqlite(OnSqlite fixture) : ReviewDeskSafetyTests(fixture), IClassFixture<OnSqlite>;

public sealed class ReviewDeskSafetyTestsOnPostgreSql(OnPostgreSql fixture) : ReviewDeskSafetyTests(fixture), IClassFixture<OnPostgreSql>;
