using Connections.Domain.Calls;
using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Grants;

public sealed class ReviewDraftTests(Scotland portal, Chromium chromium)
{
    private const string Reason = "It says clearly what will happen, and for whom.";

    [Fact]
    public async Task What_a_reviewer_types_outlives_a_browser_that_closes()
    {
        var call = await CallExample.AddAsync(portal.Host, reviewers: 1);
        var person = await portal.Host.PersonAsync("Reviewer");
        var seat = new PanelMember(PanelMemberId.New(), call.Call.Id, person, 1, new PanelMemberFacts(0, 9, ["en"], [], [], null));
        await portal.Host.AddAsync(seat);
        await call.AssignAsync(await call.ApplicationAsync(1), seat);
        var address = $"/staff/grants/{call.Slug}/reviews/{call.Prefix}-001";
        var page = await portal.OpenAsync(chromium, person);
        await page.GotoAsync(address);

        await page.GetByRole(AriaRole.Textbox).First.FillAsync(Reason);
        await Assertions.Expect(page.GetByText("Draft saved")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Textbox).Nth(1).FillAsync("Words typed just before the button is pressed.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and come back" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"Your review of {call.Prefix}-001 is saved")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();

        page = await portal.OpenAsync(chromium, person);
        await page.GotoAsync(address);
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox).First).ToHaveValueAsync(Reason);
        await page.GetByRole(AriaRole.Textbox).First.FillAsync($"{Reason} And more.");
        await Assertions.Expect(page.GetByText("Draft saved")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();

        page = await portal.OpenAsync(chromium, person);
        await page.GotoAsync(address);
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox).First).ToHaveValueAsync($"{Reason} And more.");
    }

    [Fact]
    public async Task A_draft_that_hangs_on_its_way_does_not_hold_up_who_presses_the_button_however_often()
    {
        var call = await CallExample.AddAsync(portal.Host, reviewers: 1);
        var person = await portal.Host.PersonAsync("Reviewer");
        var seat = new PanelMember(PanelMemberId.New(), call.Call.Id, person, 1, new PanelMemberFacts(0, 9, ["en"], [], [], null));
        await portal.Host.AddAsync(seat);
        await call.AssignAsync(await call.ApplicationAsync(1), seat);
        var page = await portal.OpenAsync(chromium, person);
        var drafts = new List<IRoute>();
        await page.RouteAsync("**/*handler=Draft", route =>
        {
            // Neither answered nor refused.
            drafts.Add(route);
            return Task.CompletedTask;
        });
        await page.GotoAsync($"/staff/grants/{call.Slug}/reviews/{call.Prefix}-001");
        var sent = page.WaitForRequestAsync("**/*handler=Draft");
        await page.GetByRole(AriaRole.Textbox).First.FillAsync(Reason);
        await sent;

        var save = page.GetByRole(AriaRole.Button, new() { Name = "Save and come back" });
        await save.ClickAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.2), TestContext.Current.CancellationToken);
        await save.ClickAsync();

        await Assertions.Expect(page.GetByText($"Your review of {call.Prefix}-001 is saved")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        Assert.Single(drafts);
    }
}
