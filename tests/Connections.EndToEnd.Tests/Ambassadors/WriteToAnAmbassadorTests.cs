using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Ambassadors;

public sealed class WriteToAnAmbassadorTests(Scotland portal, Chromium chromium)
{
    [Fact]
    public async Task A_message_reaches_an_ambassador_whose_address_is_never_shown()
    {
        var page = await portal.OpenAsync(chromium);
        var ambassadors = await AmbassadorsPage.OpenAsync(page);
        await Assertions.Expect(ambassadors.Portraits.First).ToBeVisibleAsync();

        var profile = await ambassadors.OpenProfileAsync("Kwame Mackay");
        await profile.ShowsHeadingAsync("Kwame Mackay");
        var write = await profile.WriteAsync("Kwame Mackay");
        await write.SendAsync("Ama Boateng", "ama@example.org", "Could you introduce us to the harbour museum?");

        await write.ShowsHeadingAsync("Your message is on its way");
        Assert.DoesNotContain("@example", await page.ContentAsync(), StringComparison.Ordinal);
        var mail = await portal.Host.WithDataAsync(db => Task.FromResult(db.OutboxMails.Single(m => m.ReplyTo == "ama@example.org")));
        Assert.Contains("Could you introduce us to the harbour museum?", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_lacks_an_address_is_kept_and_the_error_leads_to_the_box()
    {
        var page = await portal.OpenAsync(chromium);
        var profile = await (await AmbassadorsPage.OpenAsync(page)).OpenProfileAsync("Kwame Mackay");
        var write = await profile.WriteAsync("Kwame Mackay");

        await write.SendAsync("Ama Boateng", "", "A message that took an hour to write.");

        await write.ShowsErrorAsync("Enter your e-mail address");
        await Assertions.Expect(write.Message).ToHaveValueAsync("A message that took an hour to write.");
    }
}
