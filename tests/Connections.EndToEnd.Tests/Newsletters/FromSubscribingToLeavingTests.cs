using System.Net;
using Connections.Domain.Newsletters;
using Connections.EndToEnd.Tests.Browsing;
using Connections.Testing;
using Connections.Web.Features.Newsletters.Emails;
using Connections.Web.Features.Newsletters.Jobs;
using Connections.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Newsletters;

public abstract class FromSubscribingToLeavingTests(Portal portal, Chromium chromium)
{
    // The job never runs beside itself, and neither do the tests that stand in for it.
    private static readonly SemaphoreSlim deliveries = new(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_subscribes_gets_what_they_chose_and_leaves_with_one_tap(bool javaScript)
    {
        var kind = javaScript ? "with-script" : "without-script";
        var (family, business) = ($"family-{kind}@example.org", $"business-{kind}@example.org");
        await SubscribeAsync(family, portal.Words.Topic, javaScript);
        await SubscribeAsync(business, portal.Words.OtherTopic, javaScript);

        var subject = $"Parish records {kind}";
        var page = await portal.OpenAsync(chromium, portal.PersonWith(Roles.Editor), javaScript: javaScript);
        var edition = await EditionPage.NewAsync(page);
        await edition.WriteAsync(subject, (portal.Words.Topic, "## Parish records\n\nRead **online** from today."));
        await edition.ShowHowItLooksAsync();
        await Assertions.Expect(edition.Preview.GetByRole(AriaRole.Heading, new() { Name = "Parish records" })).ToBeVisibleAsync();
        await edition.SaveAsync();
        await edition.SendAsync();
        await DeliverAsync();

        var letter = Assert.Single(await portal.Host.MailAsync(family), m => m.Kind == nameof(EditionEmail) && m.Subject == subject);
        Assert.Contains("Parish records", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await portal.Host.MailAsync(business), m => m.Subject == subject);
        await LeaveAsync(letter.UnsubscribeUrl!, family, javaScript);
    }

    private async Task SubscribeAsync(string email, string topic, bool javaScript)
    {
        var subscribe = await SubscribePage.OpenAsync(await portal.OpenAsync(chromium, javaScript: javaScript));
        await subscribe.SubscribeAsync(email, topic);
        await subscribe.ConfirmAsync((await portal.Host.OnlyMailAsync<ConfirmSubscriptionEmail>(email)).Link("/subscribe/confirm/"));
    }

    /// <summary>Looks at the page first, as programs that scan mail do; then posts what a mail program posts.</summary>
    private async Task LeaveAsync(string address, string email, bool javaScript)
    {
        var page = await portal.OpenAsync(chromium, javaScript: javaScript);
        await page.GotoAsync(address);
        Assert.Equal(SubscriptionStatus.Active, await StatusAsync(email));

        using var program = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var answer = await program.PostAsync(new Uri(address), body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SubscriptionStatus.Unsubscribed, await StatusAsync(email));
    }

    private Task<SubscriptionStatus> StatusAsync(string email) =>
        portal.Host.WithDataAsync(db => db.Subscriptions.Where(s => s.Email == email).Select(s => s.Status).SingleAsync());

    private async Task DeliverAsync()
    {
        await deliveries.WaitAsync();
        try
        {
            await portal.Host.WithAsync<DeliverEditions, bool>(async deliver =>
            {
                await deliver.HandleAsync(CancellationToken.None);
                return true;
            });
        }
        finally
        {
            deliveries.Release();
        }
    }
}

public sealed class FromSubscribingToLeavingInScotland(Scotland portal, Chromium chromium) : FromSubscribingToLeavingTests(portal, chromium);

public sealed class FromSubscribingToLeavingInBristol(Bristol portal, Chromium chromium) : FromSubscribingToLeavingTests(portal, chromium);
