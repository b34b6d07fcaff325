using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Ambassadors;

public abstract class WriteToAnAmbassadorTests(Portal portal, Chromium chromium)
{
    [Fact]
    public async Task A_message_reaches_an_ambassador_whose_address_is_never_shown()
    {
        var page = await portal.OpenAsync(chromium);
        var ambassadors = await AmbassadorsPage.OpenAsync(page);
        await Assertions.Expect(ambassadors.Portraits.First).ToBeVisibleAsync();

        var profile = await ambassadors.OpenProfileAsync(portal.Words.Ambassador);
        await profile.ShowsHeadingAsync(portal.Words.Ambassador);
        var write = await profile.WriteAsync(portal.Words.Ambassador);
        await write.SendAsync("Ama Boateng", "ama@example.org", "Could you introduce us to the harbour museum?");

        await write.ShowsHeadingAsync("Your message is on its way");
        Assert.DoesNotContain("@example", await page.ContentAsync(), StringComparison.Ordinal);
        var mail = await portal.Host.WithDataAsync(db => Task.FromResult(db.OutboxMails.Single(m => m.ReplyTo == "ama@example.org")));
        Assert.Contains("Could you introduce us to the harbour museum?", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Going_back_and_pressing_again_sends_one_message(bool javaScript)
    {
        var address = $"back-{javaScript}@example.org";
        var page = await portal.OpenAsync(chromium, javaScript: javaScript);
        var write = await WriteAsync(page);
        await write.SendAsync("Ama Boateng", address, "Once is enough.");
        await write.ShowsHeadingAsync("Your message is on its way");

        await page.GoBackAsync();
        await Assertions.Expect(write.Message).ToHaveValueAsync("Once is enough.");
        await write.PressSendAsync();

        await write.ShowsHeadingAsync("Your message is on its way");
        Assert.Equal(1, await MessagesFromAsync(address));
    }

    [Fact]
    public async Task Two_clicks_without_script_send_one_message()
    {
        var page = await portal.OpenAsync(chromium, javaScript: false);
        var write = await WriteAsync(page);

        await write.SendAsync("Ama Boateng", "two-clicks@example.org", "Once is enough.", clicks: 2);

        await write.ShowsHeadingAsync("Your message is on its way");
        Assert.Equal(1, await MessagesFromAsync("two-clicks@example.org"));
    }

    [Fact]
    public async Task A_message_that_lacks_an_address_is_kept_and_the_error_leads_to_the_box()
    {
        var page = await portal.OpenAsync(chromium);
        var profile = await (await AmbassadorsPage.OpenAsync(page)).OpenProfileAsync(portal.Words.Ambassador);
        var write = await profile.WriteAsync(portal.Words.Ambassador);

        await write.SendAsync("Ama Boateng", "", "A message that took an hour to write.");

        await write.ShowsErrorAsync("Enter your e-mail address");
        await Assertions.Expect(write.Message).ToHaveValueAsync("A message that took an hour to write.");
    }

    private async Task<WriteToAmbassadorPage> WriteAsync(IPage page) =>
        await (await (await AmbassadorsPage.OpenAsync(page)).OpenProfileAsync(portal.Words.Ambassador)).WriteAsync(portal.Words.Ambassador);

    private Task<int> MessagesFromAsync(string address) =>
        portal.Host.WithDataAsync(db => Task.FromResult(db.OutboxMails.Count(m => m.ReplyTo == address)));
}

public sealed class WriteToAnAmbassadorInScotland(Scotland portal, Chromium chromium) : WriteToAnAmbassadorTests(portal, chromium);

public sealed class WriteToAnAmbassadorInBristol(Bristol portal, Chromium chromium) : WriteToAnAmbassadorTests(portal, chromium);
