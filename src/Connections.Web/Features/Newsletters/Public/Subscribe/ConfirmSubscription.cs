using System.Text.Json;
using Connections.Data;
using Connections.Data.Conversions;
using Connections.Domain.Consents;
using Connections.Domain.Newsletters;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Newsletters.Public.Subscribe;

/// <summary>Makes a subscription count: its owner has followed the link in the message.</summary>
public sealed class ConfirmSubscription(ConnectionsDbContext db, TimeProvider clock, IStringLocalizer<NewslettersText> texts)
{
    public async Task HandleAsync(Subscription subscription, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (subscription.Confirm(now))
        {
            db.ConsentLedger.Add(new ConsentEntry(
                now,
                subscription.Email,
                ConsentPurpose.Newsletter,
                ConsentAction.Given,
                texts["Confirm.Button"],
                JsonSerializer.Serialize(subscription.Choices, JsonConverter.Options),
                "/subscribe/confirm"));
            await db.SaveChangesAsync(ct);
        }
    }
}
