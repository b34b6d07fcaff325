using Connections.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Directory;

/// <summary>An organisation's own pages, from its first visit on.</summary>
public sealed class OwnListingPages(IPage page) : PortalPage(page)
{
    public static async Task<OwnListingPages> RegisterAsync(IPage page, string name, string email)
    {
        await page.GotoAsync("/directory/add");
        var own = new OwnListingPages(page);
        await own.Field("Name of the organisation").FillAsync(name);
        await own.Field("Your e-mail address").FillAsync(email);
        await own.Button("Send me the link").ClickAsync();
        await own.ShowsHeadingAsync("Check your e-mail");
        return own;
    }

    /// <summary>Follows the mailed link, says who one is where the site asks, and begins to write.</summary>
    public async Task ConfirmAsync(string link)
    {
        await Page.GotoAsync(link);
        await Button("Sign in").ClickAsync();
        var name = Field("Your name");
        if (await name.IsVisibleAsync())
        {
            await name.FillAsync("Ailsa Reid");
            await Button("Go on").ClickAsync();
        }

        await ShowsHeadingAsync("What is your organisation called?");
        await Button("Start writing").ClickAsync();
    }

    public async Task WriteAsync(string kind, string summary)
    {
        await ShowsHeadingAsync("Name and kind");
        await Main.GetByRole(AriaRole.Radio, new() { Name = kind }).CheckAsync();
        await ContinueAsync();
        await Main.GetByLabel("Country").SelectOptionAsync(new SelectOptionValue { Label = "Portugal" });
        await Field("City or town").FillAsync("Porto");
        await Main.GetByRole(AriaRole.Checkbox, new() { Name = "In person" }).CheckAsync();
        await ContinueAsync();
        await Main.GetByLabel("Which language do you write in?").SelectOptionAsync(new SelectOptionValue { Label = "English" });
        await Field("Say it in two sentences").FillAsync(summary);
        await ContinueAsync();
        await Main.GetByRole(AriaRole.Checkbox, new() { Name = "English", Exact = true }).First.CheckAsync();
        await ContinueAsync();
        await ShowsHeadingAsync("Check what you wrote");
    }

    public async Task SendAsync()
    {
        await Main.GetByRole(AriaRole.Radio, new() { Name = "No", Exact = true }).CheckAsync();
        await Main.GetByRole(AriaRole.Checkbox, new() { Name = "I may speak for this organisation, and what I wrote is true" }).CheckAsync();
        await Button("Send to be published").ClickAsync();
        await ShowsTextAsync("Waiting for our team");
    }

    public Task ReloadAsync() => Page.ReloadAsync();

    public async Task ChangeSummaryAsync(string summary, bool isPublished)
    {
        await Page.GotoAsync($"{new Uri(Page.Url).AbsolutePath.TrimEnd('/')}/words");
        await Field("Say it in two sentences").FillAsync(summary);
        await Button("Save and come back later").ClickAsync();
        await Link(isPublished ? "Check and send it" : "Check and send").ClickAsync();
        if (isPublished)
        {
            await Button("Send the change").ClickAsync();
        }
        else
        {
            await SendAsync();
        }
    }

    private Task ContinueAsync() => Button("Save and continue").ClickAsync();
}

/// <summary>Where staff read what an organisation sent.</summary>
public sealed class ReadListingAsStaffPage(IPage page) : PortalPage(page)
{
    public static async Task<ReadListingAsStaffPage> OpenFromWaitingAsync(IPage page, string name)
    {
        await page.GotoAsync("/staff/directory");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        return new ReadListingAsStaffPage(page);
    }

    public async Task ReturnAsync(string words)
    {
        await Field("Words to the organisation").FillAsync(words);
        await Button("Return with these words").ClickAsync();
    }

    public Task PublishAsync() => Button("Publish").ClickAsync();

    public Task PublishTickedAsync() => Button("Publish what is ticked, return the rest").ClickAsync();
}
