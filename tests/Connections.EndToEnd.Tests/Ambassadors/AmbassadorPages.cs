using Connections.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Ambassadors;

public sealed class AmbassadorsPage(IPage page) : PortalPage(page)
{
    public ILocator Portraits => Main.GetByRole(AriaRole.Img);

    public static async Task<AmbassadorsPage> OpenAsync(IPage page)
    {
        await page.GotoAsync("/ambassadors");
        return new AmbassadorsPage(page);
    }

    public async Task<AmbassadorPage> OpenProfileAsync(string name)
    {
        await Main.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        return new AmbassadorPage(Page);
    }
}

public sealed class AmbassadorPage(IPage page) : PortalPage(page)
{
    public async Task<WriteToAmbassadorPage> WriteAsync(string name)
    {
        await Link($"Write to {name}").ClickAsync();
        return new WriteToAmbassadorPage(Page);
    }
}

public sealed class WriteToAmbassadorPage(IPage page) : PortalPage(page)
{
    public ILocator Message => Field("Your message");

    public async Task<WriteToAmbassadorPage> SendAsync(string name, string email, string message, int clicks = 1)
    {
        await Field("Your name").FillAsync(name);
        await Field("Your e-mail address").FillAsync(email);
        await Message.FillAsync(message);
        await PressSendAsync(clicks);
        return this;
    }

    public Task PressSendAsync(int clicks = 1) => Button("Send message").ClickAsync(new() { ClickCount = clicks });
}
