using Connections.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Directory;

public sealed class DirectorySearchPage(IPage page) : PortalPage(page)
{
    public ILocator Names => Main.GetByRole(AriaRole.Article).GetByRole(AriaRole.Heading, new() { Level = 3 });

    public ILocator Count => Main.GetByRole(AriaRole.Status);

    public static async Task<DirectorySearchPage> OpenAsync(IPage page)
    {
        await page.GotoAsync("/directory");
        return new DirectorySearchPage(page);
    }

    public async Task<DirectorySearchPage> SearchAsync(string words)
    {
        await Main.GetByLabel("Name, place or interest").FillAsync(words);
        await Button("Find communities").ClickAsync();
        return this;
    }

    /// <summary>Ticks a choice beside the results and asks for those.</summary>
    public async Task<DirectorySearchPage> NarrowAsync(string group, string choice)
    {
        var facet = Main.GetByRole(AriaRole.Group, new() { Name = group, Exact = true });
        var box = facet.GetByRole(AriaRole.Checkbox, new() { NameRegex = new($"^{choice} \\(") });
        if (await box.CountAsync() == 0)
        {
            await facet.Locator("summary").ClickAsync();
        }

        await box.CheckAsync();
        await Button("Show these").ClickAsync();
        return this;
    }

    public async Task<ListingPage> OpenListingAsync(string name)
    {
        await Link(name).ClickAsync();
        return new ListingPage(Page);
    }

    public async Task<DirectorySearchPage> ShowMapAsync()
    {
        await Link("Map").ClickAsync();
        return this;
    }
}
