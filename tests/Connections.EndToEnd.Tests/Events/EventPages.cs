using Connections.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Events;

public sealed record EventToShare(string Title, string Summary, DateOnly On, string From, string To, string Zone, string City, string Country);

public sealed class YourEventsPage(IPage page) : PortalPage(page)
{
    public static async Task<YourEventsPage> OpenAsync(IPage page)
    {
        await page.GotoAsync("/your-events");
        return new YourEventsPage(page);
    }

    public ILocator Row(string title) => Main.GetByRole(AriaRole.Row).Filter(new() { HasText = title });

    public async Task<ShareEventPage> AddAsync()
    {
        await Link("Add an event").ClickAsync();
        return new ShareEventPage(Page);
    }
}

public sealed class ShareEventPage(IPage page) : PortalPage(page)
{
    public async Task<YourEventsPage> SendAsync(EventToShare shared)
    {
        await Field("Name of the event").FillAsync(shared.Title);
        await Field("One or two sentences about it").FillAsync(shared.Summary);
        await FillDayAsync("Day it starts", shared.On);
        await Field("Time it starts").FillAsync(shared.From);
        await FillDayAsync("Day it ends", shared.On);
        await Field("Time it ends").FillAsync(shared.To);
        await Field("Time zone of the place").SelectOptionAsync(shared.Zone);
        await Main.GetByLabel("No, it takes place once").CheckAsync();
        await Main.GetByLabel("Town or city").FillAsync(shared.City);
        await Main.GetByLabel("Place (optional)").FillAsync("Harbour hall");
        await Main.GetByLabel("Country").SelectOptionAsync(shared.Country);
        await Main.GetByLabel("English", new() { Exact = true }).CheckAsync();
        await Main.GetByRole(AriaRole.Group, new() { Name = "What is it about?" }).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Main.GetByLabel("It keeps to the boundaries").CheckAsync();
        await Button("Send for checking").ClickAsync();
        return new YourEventsPage(Page);
    }

    private async Task FillDayAsync(string legend, DateOnly day)
    {
        var group = Main.GetByRole(AriaRole.Group, new() { Name = legend });
        await group.GetByLabel("Day", new() { Exact = true }).FillAsync($"{day.Day}");
        await group.GetByLabel("Month", new() { Exact = true }).FillAsync($"{day.Month}");
        await group.GetByLabel("Year", new() { Exact = true }).FillAsync($"{day.Year}");
    }
}

public sealed class EventQueuePage(IPage page) : PortalPage(page)
{
    public static async Task<EventQueuePage> OpenAsync(IPage page)
    {
        await page.GotoAsync("/staff/events");
        return new EventQueuePage(page);
    }

    public async Task<CheckEventPage> OpenEventAsync(string title)
    {
        await Link(title).ClickAsync();
        return new CheckEventPage(Page);
    }
}

public sealed class CheckEventPage(IPage page) : PortalPage(page)
{
    public async Task<EventQueuePage> PublishAsync()
    {
        await Button("Publish").ClickAsync();
        return new EventQueuePage(Page);
    }

    public async Task<CheckEventPage> ReturnAsync(string reason)
    {
        await Field("What needs to change?").FillAsync(reason);
        await Button("Send back with this reason").ClickAsync();
        return this;
    }
}

public sealed class EventsPage(IPage page) : PortalPage(page)
{
    public static async Task<EventsPage> OpenAsync(IPage page, string country = "")
    {
        await page.GotoAsync($"/events?country={country}");
        return new EventsPage(page);
    }

    public async Task<EventPage> OpenEventAsync(string title)
    {
        await Main.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        return new EventPage(Page);
    }

    /// <summary>What a calendar program gets that follows this list.</summary>
    public async Task<string> CalendarAsync()
    {
        var address = await Link("Calendar address (.ics)").GetAttributeAsync("href");
        var response = await Page.APIRequest.GetAsync(address!);
        Assert.Equal("text/calendar; charset=utf-8", response.Headers["content-type"], ignoreCase: true);
        return await response.TextAsync();
    }
}

public sealed class EventPage(IPage page) : PortalPage(page);
