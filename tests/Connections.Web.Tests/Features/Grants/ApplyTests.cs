using System.Net;
using Connections.Data.Identity;
using Connections.Domain.Calls;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Features.Grants;

public abstract class ApplyTests(HostFixture fixture)
{
    private ConnectionsHost Host => fixture.Host;

    [Fact]
    public async Task Who_may_not_apply_is_told_why_before_signing_in()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = Host.Visitor();

        var page = await (await visitor.GetAsync($"/grants/{call.Slug}/apply")).Form("Go on").Tick("Gate[new]", "no").Tick("Gate[party]", "no").SubmitAsync();

        Assert.Contains("Only new projects.", page.AssertShown("Can you apply?").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unanswered_question_is_named()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = Host.Visitor();

        var page = await (await visitor.GetAsync($"/grants/{call.Slug}/apply")).Form("Go on").Tick("Gate[new]", "yes").SubmitAsync();

        page.AssertHasError("Gate[party]", "Choose yes or no");
    }

    [Fact]
    public async Task Questions_and_lines_that_want_the_same_are_told_apart_in_the_summary()
    {
        var call = await Host.AddOpenCallAsync();
        using var anybody = Host.Visitor();
        using var visitor = await Host.SignedInAsync();

        var gate = await (await anybody.GetAsync($"/grants/{call.Slug}/apply")).Form("Go on").SubmitAsync();
        var budget = await (await visitor.GetAsync($"{await visitor.BeginAsync(call)}/questions/money")).Form("Save and go on")
            .Set("Form.Lines[budget][0].Description", "Hall").Set("Form.Lines[budget][0].Category", "venue")
            .Set("Form.Lines[budget][1].Description", "Bus").Set("Form.Lines[budget][1].Category", "travel").Set("Form.Lines[budget][1].Amount", "much").Set("Form.Lines[budget][1].Other", "more")
            .SubmitAsync();

        Assert.Equal(call.Terms.GateQuestions.Select(q => $"{q.Question} Choose yes or no"), gate.Texts(".error-summary a"));
        Assert.Contains("Budget line 1: Enter an amount", budget.Texts(".error-summary a"));
        Assert.Contains("From this fund: Budget line 2: Enter an amount in figures, like 200 or 200.50", budget.Texts(".error-summary a"));
        Assert.Contains("From elsewhere: Budget line 2: Enter an amount in figures, like 200 or 200.50", budget.Texts(".error-summary a"));
    }

    [Fact]
    public async Task Whoever_may_apply_signs_in_and_comes_back()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = Host.Visitor();

        var page = await (await visitor.GetAsync($"/grants/{call.Slug}/apply")).Form("Go on").Tick("Gate[new]", "yes").Tick("Gate[party]", "no").SubmitAsync();

        Assert.StartsWith("/sign-in?", page.Path, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString($"/grants/{call.Slug}/apply/begin?new=yes&party=no"), page.Path, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_application_is_written_page_by_page_sent_once_and_answered_with_a_receipt()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = await Host.SignedInAsync(Roles.Member);

        var check = await visitor.CompleteAsync(call);
        var receipt = await check.Form("Send application").SubmitAsync();
        var again = await check.Form("Send application").SubmitAsync();

        Assert.Contains($"{call.ReferencePrefix}-001", receipt.AssertShown("We have your application").Text, StringComparison.Ordinal);
        Assert.Equal(receipt.Path, again.AssertShown("We have your application").Path);
        var email = await EmailOfAsync(visitor);
        var mail = await Host.OnlyMailAsync<ApplicationReceivedEmail>(email);
        Assert.Equal($"We have your application {call.ReferencePrefix}-001 to {call.Name}", mail.Subject);
        var stored = await ApplicationAsync(visitor);
        Assert.Equal((ApplicationStatus.Submitted, "Story days", "NZ", 250_000L), (stored.Status, stored.Title, stored.Country, stored.AmountRequestedMinor));
        Assert.Contains("Sent", (await visitor.GetAsync("/your-applications")).Texts(".status"));
    }

    [Fact]
    public async Task Many_who_send_at_once_get_references_without_gaps_or_twins()
    {
        var call = await Host.AddOpenCallAsync();
        var visitors = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Host.SignedInAsync(Roles.Member)));
        var pages = new List<HtmlPage>();
        foreach (var visitor in visitors)
        {
            pages.Add(await visitor.CompleteAsync(call));
        }

        // Each twice, as an impatient hand does.
        await Task.WhenAll(pages.Concat(pages).Select(p => p.Form("Send application").SubmitAsync()));

        var references = await Host.WithDataAsync(db => db.Applications.Where(a => a.CallId == call.Id).Select(a => a.Reference).OrderBy(r => r).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"{call.ReferencePrefix}-{n:000}"), references);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_what_was_typed_stays_and_nothing_is_stored()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = await Host.SignedInAsync(Roles.Member);
        var application = await visitor.BeginAsync(call);

        var page = await (await visitor.GetAsync($"{application}/questions/project")).Form("Save and go on")
            .Set("Form.Text[title]", "One two three four five six").Set("Form.Dates[startDate].Day", "31").Set("Form.Dates[startDate].Month", "2").Set("Form.Dates[startDate].Year", "2027")
            .SubmitAsync();

        page.AssertHasError("Form.Text[title]", "Take out one word. Your answer has 6 and the limit is 5")
            .AssertHasError("Form.Text[summary]", "Answer “What will happen?”")
            .AssertHasError("Form.Chosen[country]", "Answer “Where is it?”")
            .AssertHasError("Form.Dates[startDate].Day", "Enter a real date, like 27 3 2027");
        Assert.Equal("One two three four five six", page.Document.QuerySelector("[name='Form.Text[title]']")!.GetAttribute("value"));
        Assert.Equal("31", page.Document.QuerySelector("[name='Form.Dates[startDate].Day']")!.GetAttribute("value"));
        Assert.Empty((await ApplicationAsync(visitor)).Answers.Fields);
    }

    [Fact]
    public async Task A_budget_adds_up_and_what_is_asked_for_must_agree_with_it()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = await Host.SignedInAsync(Roles.Member);
        var application = await visitor.BeginAsync(call);

        var wrong = await visitor.AnswerMoneyAsync(application, asked: "3,000");
        wrong.AssertHasError("Form.Amounts[amountRequested]", "Your budget asks us for £2,500 in all. Enter that amount here, or change the budget");
        Assert.Equal(["£2,500", "£100", "£2,600"], wrong.Texts(".budget__sums dd"));

        (await visitor.AnswerMoneyAsync(application)).AssertNoErrors();
        Assert.Equal(250_000, (await ApplicationAsync(visitor)).AmountRequestedMinor);
    }

    [Fact]
    public async Task Whoever_comes_back_later_finds_what_was_typed_right_or_wrong()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = await Host.SignedInAsync(Roles.Member);
        var application = await visitor.BeginAsync(call);

        var tasks = await visitor.AnswerProjectAsync(application, title: "One two three four five six", button: "Save and come back later");
        var check = await visitor.GetAsync($"{application}/check");

        Assert.Contains("1 to fix", tasks.Texts(".status"));
        Assert.Equal("One two three four five six", (await ApplicationAsync(visitor)).Title);
        Assert.Empty(check.Forms());
        Assert.Contains("Take out one word. Your answer has 6 and the limit is 5", check.Texts(".error-summary a"));
    }

    [Fact]
    public async Task Sending_after_the_call_has_closed_is_refused_and_nothing_is_lost()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = await Host.SignedInAsync(Roles.Member);
        var check = await visitor.CompleteAsync(call);
        await Host.WithDataAsync(db => db.Calls.Where(c => c.Id == call.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.ClosesAt, Host.Clock.GetUtcNow())));

        var page = await check.Form("Send application").SubmitAsync();

        Assert.Contains("This call has closed, so it takes no more applications. What you wrote is kept", page.Text, StringComparison.Ordinal);
        Assert.Equal((ApplicationStatus.Draft, "Story days", (string?)null), await ApplicationAsync(visitor) is var a ? (a.Status, a.Title, a.Reference) : default);
        Assert.Empty(await Host.MailAsync(await EmailOfAsync(visitor)));
    }

    [Fact]
    public async Task A_page_that_was_changed_in_another_window_is_not_overwritten_unseen()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = await Host.SignedInAsync(Roles.Member);
        var application = await visitor.BeginAsync(call);
        var old = await visitor.GetAsync($"{application}/questions/project");
        await visitor.AnswerProjectAsync(application, title: "The newer name");

        var page = await old.Form("Save and come back later").Set("Form.Text[title]", "The older name").SubmitAsync();

        Assert.Contains("This answer was changed in another window", page.Text, StringComparison.Ordinal);
        Assert.Equal("The older name", page.Document.QuerySelector("[name='Form.Text[title]']")!.GetAttribute("value"));
        Assert.Equal("The newer name", (await ApplicationAsync(visitor)).Title);
    }

    [Fact]
    public async Task A_file_is_judged_by_what_is_in_it_and_given_back_as_a_download_to_its_sender_only()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = await Host.SignedInAsync(Roles.Member);
        using var other = await Host.SignedInAsync(Roles.Member);
        var application = await visitor.BeginAsync(call);
        Task<HtmlPage> Send(byte[] content) => SendFileAsync(visitor, application, content);

        (await Send("MZ no paper"u8.ToArray())).AssertHasError("Form.Files[attachment]", "Choose a PDF, a PNG or a JPEG. This file is something else inside, whatever it is called");
        (await Send(new byte[2001])).AssertHasError("Form.Files[attachment]", "Choose a file of 0 MB or less");
        Assert.Empty((await ApplicationAsync(visitor)).Answers.Fields);

        (await Send("%PDF-1.7 a letter"u8.ToArray())).AssertNoErrors();
        var file = await visitor.Http.GetAsync($"{application}/files/attachment");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("%PDF-1.7 a letter", await file.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync($"{application}/files/attachment")).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_application_is_not_there()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = await Host.SignedInAsync(Roles.Member);
        using var other = await Host.SignedInAsync(Roles.Member, Roles.FundManager);
        var application = await visitor.BeginAsync(call);

        foreach (var path in new[] { "", "/questions/project", "/check", "/receipt", "/withdraw" })
        {
            (await other.GetAsync(application + path)).AssertStatus(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_sent_application_is_withdrawn_after_a_question_and_a_new_one_can_be_begun()
    {
        var call = await Host.AddOpenCallAsync();
        using var visitor = await Host.SignedInAsync(Roles.Member);
        await (await visitor.CompleteAsync(call)).Form("Send application").SubmitAsync();
        var id = (await ApplicationAsync(visitor)).Id;

        var confirm = (await visitor.GetAsync($"/your-applications/{id}/withdraw")).AssertShown("Withdraw this application?");
        var page = await confirm.Form("Yes, withdraw it").SubmitAsync();

        Assert.Contains("You withdrew it on", page.Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationStatus.Withdrawn, (await ApplicationAsync(visitor)).Status);
        Assert.NotEqual($"/your-applications/{id}", await visitor.BeginAsync(call));
    }

    private static async Task<HtmlPage> SendFileAsync(Visitor visitor, string application, byte[] content) =>
        await (await visitor.GetAsync($"{application}/questions/papers")).Form("Save and go on").Attach("Form.Files[attachment]", "letter.pdf", "application/pdf", content).SubmitAsync();

    private Task<string> EmailOfAsync(Visitor visitor) =>
        Host.WithDataAsync(db => db.Set<Account>().Where(u => u.Id == visitor.Person!.Value.Value).Select(u => u.Email!).SingleAsync());

    private Task<Application> ApplicationAsync(Visitor visitor) =>
        Host.WithDataAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.AccountId == visitor.Person!.Value));
}

public sealed class ApplyTestsOnSqlite(OnSqlite fixture) : ApplyTests(fixture), IClassFixture<OnSqlite>;

public sealed class ApplyTestsOnPostgreSql(OnPostgreSql fixture) : ApplyTests(fixture), IClassFixture<OnPostgreSql>;
