using Connections.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Grants;

/// <summary>A call as its fund manager sees it.</summary>
public sealed class StaffCallPage(IPage page, string call) : PortalPage(page)
{
    public static async Task<StaffCallPage> OpenAsync(IPage page, string call)
    {
        await page.GotoAsync($"/staff/grants/{call}");
        return new StaffCallPage(page, call);
    }

    public async Task<StaffCallPage> CloseAsync(string reason)
    {
        await Link("Close the call now").ClickAsync();
        await Field("Why does it close early?").FillAsync(reason);
        await Main.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Button("Close the call").ClickAsync();
        return this;
    }

    public async Task<StaffCallPage> AssignAsync()
    {
        await Link("Assign reviewers").ClickAsync();
        await Button("Propose").ClickAsync();
        await Button("Record this plan").ClickAsync();
        return this;
    }

    public async Task<IReadOnlyList<string>> RankingAsync()
    {
        await Link("Ranking").ClickAsync();
        await ShowsHeadingAsync("Ranking");
        return await Main.GetByRole(AriaRole.Table).GetByRole(AriaRole.Rowheader).AllInnerTextsAsync();
    }

    public async Task<StaffCallPage> DecideAsync(string reference, string kind, string amount, string reasons, string feedback)
    {
        await Page.GotoAsync($"/staff/grants/{call}/decisions/{reference}");
        await Main.GetByRole(AriaRole.Radio, new() { Name = kind }).CheckAsync();
        await Field("Amount of the award").FillAsync(amount);
        await Field("Reasons").FillAsync(reasons);
        await Field("Feedback").FillAsync(feedback);
        await Button("Save this decision").ClickAsync();
        await ShowsTextAsync($"The decision on {reference} is saved");
        return this;
    }

    public async Task<StaffCallPage> RecordAndPublishAsync()
    {
        await Link("Check and record decisions").ClickAsync();
        await Button("Record decisions").ClickAsync();
        await ShowsHeadingAsync("Publish the results");
        await Main.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Button("Publish the results").ClickAsync();
        return this;
    }
}

/// <summary>A reviewer's pile.</summary>
public sealed class PilePage(IPage page, string call) : PortalPage(page)
{
    public static async Task<PilePage> OpenAsync(IPage page, string call)
    {
        await page.GotoAsync($"/staff/grants/{call}/reviews");
        return new PilePage(page, call);
    }

    public async Task<ReviewPage> OpenReviewAsync(string reference)
    {
        await Page.GotoAsync($"/staff/grants/{call}/reviews/{reference}");
        return new ReviewPage(Page, call);
    }
}

/// <summary>An application beside the rubric.</summary>
public sealed class ReviewPage(IPage page, string call) : PortalPage(page)
{
    /// <summary>Gives the same score for every criterion.</summary>
    public async Task<ReviewPage> ScoreAllAsync(int score, string reason)
    {
        foreach (var criterion in await Main.GetByRole(AriaRole.Group).Filter(new() { Has = Page.GetByText("Your reason") }).AllAsync())
        {
            // The box is under its number, as the design has it.
            await criterion.GetByRole(AriaRole.Radio).Nth(score - 1).CheckAsync(new() { Force = true });
            await criterion.GetByRole(AriaRole.Textbox).FillAsync(reason);
        }

        return this;
    }

    public async Task<PilePage> SaveAsync()
    {
        await Button("Save and come back").ClickAsync();
        return new PilePage(Page, call);
    }

    public async Task<PilePage> SendAsync()
    {
        await Button("Send review").ClickAsync();
        return new PilePage(Page, call);
    }

    public async Task<PilePage> DeclareConflictAsync(string what)
    {
        await Main.GetByText("I know who wrote this", new() { Exact = true }).ClickAsync();
        await Field("What connects you?").FillAsync(what);
        await Button("Take it off my pile").ClickAsync();
        return new PilePage(Page, call);
    }
}
