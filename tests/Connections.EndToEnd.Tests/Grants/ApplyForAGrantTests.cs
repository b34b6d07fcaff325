using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Grants;

public abstract class ApplyForAGrantTests(Portal portal, Chromium chromium)
{
    private const string Title = "Sea songs between two harbours";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_checks_drafts_leaves_returns_sends_and_gets_a_receipt(bool javaScript)
    {
        var person = await portal.Host.PersonAsync();
        var page = await portal.OpenAsync(chromium, person, javaScript: javaScript);
        var application = await BeginAsync(page);
        var address = new Uri(page.Url).AbsolutePath.Split("/questions")[0];

        var question = await AnswerWhoAsync(await application.OpenAsync("About you or your group"));
        await question.WriteAsync("What is your project called?", Title);
        await question.ComeBackLaterAsync();
        await page.Context.DisposeAsync();

        page = await portal.OpenAsync(chromium, person, javaScript: javaScript);
        await page.GotoAsync(address);
        question = await (await new ApplicationPage(page).OpenAsync("Your project")).GoBackAsync();
        await Assertions.Expect(question.Answer("What is your project called?")).ToHaveValueAsync(Title);
        await question.GoOnAsync();
        await AnswerTheRestAsync(question);

        await page.GotoAsync(address);
        var receipt = await (await new ApplicationPage(page).CheckAsync()).SendAsync();

        await receipt.ShowsHeadingAsync("We have your application");
        await receipt.ShowsTextAsync(Title);
        var email = await portal.Host.WithDataAsync(db => db.Users.Where(u => u.Id == person.Value).Select(u => u.Email).SingleAsync());
        Assert.Contains(await portal.Host.MailAsync(email!), m => m.Text.Contains(Title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_the_call_is_not_for_hears_it_before_they_write_a_word()
    {
        var page = await portal.OpenAsync(chromium, await portal.Host.PersonAsync());
        var eligibility = await (await CallPage.OpenAsync(page, "connections-fund-2027")).StartAsync();
        await AnswerGateAsync(eligibility, isNew: false);

        await eligibility.GoOnAsync();

        await eligibility.ShowsTextAsync("This call is not for this project");
        await eligibility.ShowsTextAsync("We can pay only for projects that have not begun.");
    }

    [Fact]
    public async Task Nobody_opens_an_application_of_somebody_else()
    {
        var owner = await portal.OpenAsync(chromium, await portal.Host.PersonAsync());
        await BeginAsync(owner);
        var address = new Uri(owner.Url).AbsolutePath;

        var stranger = await portal.OpenAsync(chromium, await portal.Host.PersonAsync());
        var response = await stranger.GotoAsync(address);

        Assert.Equal(404, response!.Status);
    }

    private async Task<ApplicationPage> BeginAsync(IPage page)
    {
        var eligibility = await (await CallPage.OpenAsync(page, "connections-fund-2027")).StartAsync();
        await AnswerGateAsync(eligibility, isNew: true);
        return await (await eligibility.GoOnAsync()).BeginAsync();
    }

    private async Task AnswerGateAsync(EligibilityPage gate, bool isNew)
    {
        foreach (var (question, isYes) in portal.Words.Gate)
        {
            await gate.AnswerAsync(question, isYes);
        }

        await gate.AnswerAsync("Is it a new project that has not begun?", isNew);
    }

    private static async Task<QuestionPage> AnswerWhoAsync(QuestionPage question)
    {
        await question.ChooseAsync("A person");
        await question.WriteAsync("Your full name", "Ama Boateng");
        await question.GoOnAsync();
        await question.WriteAsync("E-mail address", "ama@example.org");
        await question.SelectAsync("Country where you live or work", "GH");
        await question.WriteAsync("Town or city", "Accra");
        return await question.GoOnAsync();
    }

    private async Task AnswerTheRestAsync(QuestionPage question)
    {
        await AnswerAsync(question, "What will happen?", "Two choirs sing each other's songs of the sea.");
        await AnswerAsync(question, "What will you do?", "Four evenings of singing and one open concert.");
        await AnswerAsync(question, "Who is it for, and how do you know?", "Families of both harbours. They asked for it in May.");
        await question.WriteAsync(portal.Words.WhereLinked, "The songs came with the boats.");
        await question.ChooseFirstAsync("Which areas does it join?");
        await question.ChooseFirstAsync("Which themes fit best?");
        await question.GoOnAsync();
        await question.SelectAsync("Country 1", "GH");
        await question.GoOnAsync();
        await question.FillDayAsync("Start date", new DateOnly(2027, 7, 5));
        await question.FillDayAsync("End date", new DateOnly(2027, 9, 30));
        await question.GoOnAsync();
        await AnswerAsync(question, "How will people hear about it?", "By radio and on market days.");
        await AnswerAsync(question, "Who is usually left out, and what will you do about it?", "Shift workers. We sing twice.");
        await AnswerAsync(question, "What could go wrong, and what will you do then?", "Rain. The hall is booked as well.");
        await question.FillLineAsync(1, "Hall", "Venue", "1500");
        await question.FillLineAsync(2, "Song books", "Materials", "1000");
        await question.GoOnAsync();
        await AnswerAsync(question, "How much do you ask us for?", "2500");
        await question.ChooseAsync("No");
        await question.GoOnAsync();
        await question.ChooseAsync("No");
        await question.GoOnAsync();
        await question.GoOnAsync();
        await question.ChooseAsync("What I wrote is true, the project has not begun, and I may apply for this group.");
        await question.GoOnAsync();
    }

    private static async Task AnswerAsync(QuestionPage question, string asked, string answer)
    {
        await question.WriteAsync(asked, answer);
        await question.GoOnAsync();
    }
}

public sealed class ApplyForAGrantInScotland(Scotland portal, Chromium chromium) : ApplyForAGrantTests(portal, chromium);

public sealed class ApplyForAGrantInBristol(Bristol portal, Chromium chromium) : ApplyForAGrantTests(portal, chromium);
