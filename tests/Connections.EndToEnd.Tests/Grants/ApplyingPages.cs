using System.Text.RegularExpressions;
using Connections.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Grants;

public sealed class CallPage(IPage page) : PortalPage(page)
{
    public static async Task<CallPage> OpenAsync(IPage page, string call)
    {
        await page.GotoAsync($"/grants/{call}");
        return new CallPage(page);
    }

    public async Task<EligibilityPage> StartAsync()
    {
        await Main.GetByRole(AriaRole.Link, new() { Name = "Start your application" }).First.ClickAsync();
        return new EligibilityPage(Page);
    }
}

public sealed class EligibilityPage(IPage page) : PortalPage(page)
{
    public async Task<EligibilityPage> AnswerAsync(string question, bool yes)
    {
        await Main.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(yes ? "Yes" : "No").CheckAsync();
        return this;
    }

    public async Task<BeginPage> GoOnAsync()
    {
        await Button("Go on").ClickAsync();
        return new BeginPage(Page);
    }
}

public sealed class BeginPage(IPage page) : PortalPage(page)
{
    public async Task<ApplicationPage> BeginAsync()
    {
        await Button("Begin your application").ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/your-applications/"));
        return new ApplicationPage(Page);
    }
}

/// <summary>The list of parts, and what became of the application once it is sent.</summary>
public sealed class ApplicationPage(IPage page) : PortalPage(page)
{
    public async Task<QuestionPage> OpenAsync(string part)
    {
        await Link(part).First.ClickAsync();
        return new QuestionPage(Page);
    }

    public async Task<CheckAnswersPage> CheckAsync()
    {
        await Link("Read it once more and send").ClickAsync();
        return new CheckAnswersPage(Page);
    }
}

public sealed class QuestionPage(IPage page) : PortalPage(page)
{
    public ILocator Answer(string question) => Main.GetByRole(AriaRole.Textbox, new() { Name = question });

    public async Task<QuestionPage> WriteAsync(string question, string answer)
    {
        await Answer(question).FillAsync(answer);
        return this;
    }

    public async Task<QuestionPage> ChooseAsync(string answer)
    {
        await Main.GetByLabel(answer, new() { Exact = true }).CheckAsync();
        return this;
    }

    public async Task<QuestionPage> ChooseFirstAsync(string question)
    {
        await Main.GetByRole(AriaRole.Group, new() { Name = question }).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        return this;
    }

    public async Task<QuestionPage> SelectAsync(string label, string value)
    {
        await Main.GetByLabel(label).First.SelectOptionAsync(value);
        return this;
    }

    public async Task<QuestionPage> FillDayAsync(string question, DateOnly day)
    {
        var group = Main.GetByRole(AriaRole.Group, new() { Name = question });
        await group.GetByLabel("Day", new() { Exact = true }).FillAsync($"{day.Day}");
        await group.GetByLabel("Month", new() { Exact = true }).FillAsync($"{day.Month}");
        await group.GetByLabel("Year", new() { Exact = true }).FillAsync($"{day.Year}");
        return this;
    }

    public async Task<QuestionPage> FillLineAsync(int number, string item, string kind, string amount)
    {
        var line = Main.GetByRole(AriaRole.Group, new() { Name = $"Line {number}", Exact = true });
        await line.GetByLabel("What for").FillAsync(item);
        await line.GetByLabel("Kind of cost").SelectOptionAsync(new SelectOptionValue { Label = kind });
        await line.GetByLabel("From this fund").FillAsync(amount);
        return this;
    }

    public async Task<QuestionPage> GoOnAsync()
    {
        await Button("Save and go on").ClickAsync();
        return this;
    }

    public async Task<QuestionPage> GoBackAsync()
    {
        await Link("Back to the question before").ClickAsync();
        return this;
    }

    public async Task<ApplicationPage> ComeBackLaterAsync()
    {
        await Button("Save and come back later").ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(new Regex("/questions/"));
        return new ApplicationPage(Page);
    }
}

public sealed class CheckAnswersPage(IPage page) : PortalPage(page)
{
    public async Task<ReceiptPage> SendAsync()
    {
        await Button("Send application").ClickAsync();
        return new ReceiptPage(Page);
    }
}

public sealed class ReceiptPage(IPage page) : PortalPage(page);
