using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Browsing;

/// <summary>What every page object has: finding things by what they are called, as somebody does who cannot see them.</summary>
public abstract class PortalPage(IPage page)
{
    public IPage Page => page;

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public Task ShowsHeadingAsync(string heading) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);

    public Task ShowsTextAsync(string text) => Assertions.Expect(Main.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>The summary of errors says this, and its link leads to the control that is wrong.</summary>
    public async Task ShowsErrorAsync(string message)
    {
        var link = page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = message });
        await Assertions.Expect(link).ToBeVisibleAsync();
        await link.ClickAsync();
        var wrong = page.Locator(await link.GetAttributeAsync("href") ?? "");
        await Assertions.Expect(wrong).ToBeFocusedAsync();
        await Assertions.Expect(wrong).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(message)));
    }

    protected ILocator Button(string name) => Main.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected ILocator Link(string name) => Main.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    protected ILocator Field(string label) => Main.GetByLabel(label, new() { Exact = true });
}
