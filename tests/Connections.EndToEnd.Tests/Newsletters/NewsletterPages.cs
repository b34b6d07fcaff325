using Connections.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Newsletters;

public sealed class SubscribePage(IPage page) : PortalPage(page)
{
    public static async Task<SubscribePage> OpenAsync(IPage page)
    {
        await page.GotoAsync("/subscribe");
        return new SubscribePage(page);
    }

    public async Task SubscribeAsync(string email, string topic)
    {
        await Main.GetByRole(AriaRole.Checkbox, new() { Name = topic }).CheckAsync();
        await Field("Your e-mail address").FillAsync(email);
        await Main.GetByRole(AriaRole.Checkbox, new() { Name = "Yes, send me what I chose above" }).CheckAsync();
        await Button("Send me the first message").ClickAsync();
        await ShowsHeadingAsync("Look in your mail");
    }

    public async Task ConfirmAsync(string link)
    {
        await Page.GotoAsync(link);
        await ShowsHeadingAsync("One more tap");
        await Button("Yes, send me my news").ClickAsync();
        await ShowsHeadingAsync("Thank you, that is all");
    }
}

public sealed class EditionPage(IPage page) : PortalPage(page)
{
    public static async Task<EditionPage> NewAsync(IPage page)
    {
        await page.GotoAsync("/staff/newsletter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Write an edition" }).ClickAsync();
        return new EditionPage(page);
    }

    public ILocator Preview => Main.GetByRole(AriaRole.Region, new() { Name = "As readers see it" });

    public async Task WriteAsync(string subject, params (string? Topic, string Markdown)[] parts)
    {
        await Field("Subject").FillAsync(subject);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = Main.GetByRole(AriaRole.Group, new() { Name = $"Part {i + 1}" });
            if (parts[i].Topic is { } topic)
            {
                await part.GetByLabel("For those who chose").SelectOptionAsync(new SelectOptionValue { Label = topic });
            }

            await part.GetByLabel("Text", new() { Exact = true }).FillAsync(parts[i].Markdown);
        }
    }

    public Task ShowHowItLooksAsync() => Button("Show how it looks").ClickAsync();

    public async Task SaveAsync()
    {
        await Button("Save").ClickAsync();
        await ShowsTextAsync("Saved.");
    }

    /// <summary>Sends it by typing the number of people that the page names.</summary>
    public async Task SendAsync()
    {
        await Link("Check and send").ClickAsync();
        await ShowsHeadingAsync("Send this edition?");
        await Field("Type the number of people").FillAsync("0");
        await Button("Send it now").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link)).ToBeVisibleAsync();
        await Field("Type the number of people").FillAsync(await Main.Locator(".audience-number").InnerTextAsync());
        await Button("Send it now").ClickAsync();
        await ShowsHeadingAsync("Newsletter");
    }
}
