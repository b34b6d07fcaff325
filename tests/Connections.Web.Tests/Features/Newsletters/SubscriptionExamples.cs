using Connections.Domain.Newsletters;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Newsletters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Features.Newsletters;

internal static class SubscriptionExamples
{
    private static int count;

    public static string Address() => $"reader{Interlocked.Increment(ref count)}@example.org";

    public static async Task<Subscription> SubscriptionAsync(this ConnectionsHost host, SubscriptionStatus status, SubscriptionChoices? choices = null)
    {
        var now = host.Clock.GetUtcNow();
        var made = new Subscription(SubscriptionId.New(), Address(), choices ?? new(["culture"], ["NZ"], "en", Frequency.Monthly), now);
        Assert.Equal(status is not SubscriptionStatus.Pending, status is not SubscriptionStatus.Pending && made.Confirm(now));
        Assert.Equal(status is SubscriptionStatus.Unsubscribed, status is SubscriptionStatus.Unsubscribed && made.Unsubscribe(now));
        await host.AddAsync(made);
        return made;
    }

    public static SubscriptionLinks Links(this ConnectionsHost host) => host.Services.GetRequiredService<SubscriptionLinks>();

    public static Task<Subscription?> FindAsync(this ConnectionsHost host, string address)
    {
        var normalised = Subscription.Normalise(address);
        return host.WithDataAsync(db => db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.NormalisedEmail == normalised));
    }

    /// <summary>The form on the page where one subscribes, filled in.</summary>
    public static async Task<PageForm> SubscribeFormAsync(this Visitor visitor, string address) =>
        (await visitor.GetAsync("/subscribe")).Form("Send me the first message")
            .Tick("Input.Topics", "culture", "study").Tick("Input.Countries", "NZ", "CA")
            .Set("Input.Language", "gd").Set("Input.Frequency", "Weekly").Set("Input.Email", address).Set("Input.Agrees", "true");
}
