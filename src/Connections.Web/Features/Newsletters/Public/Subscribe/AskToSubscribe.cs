using System.Text.Json;
using Connections.Data;
using Connections.Data.Conversions;
using Connections.Domain.Consents;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Newsletters.Emails;
using Connections.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters.Public.Subscribe;

/// <summary>Takes a wish for news. Nothing is sent but one message to the address, by which its owner confirms; somebody
/// who subscribes already is sent the link to their choices instead, so the page tells nobody which it was.</summary>
public sealed class AskToSubscribe(ConnectionsDbContext db, IMailQueue mail, SubscriptionLinks links, TimeProvider clock)
{
    /// <param name="wording">The sentence that was ticked.</param>
    public async Task HandleAsync(string email, SubscriptionChoices choices, string wording, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var normalised = Subscription.Normalise(email);
        var known = await db.Subscriptions.SingleOrDefaultAsync(s => s.NormalisedEmail == normalised, ct);
        if (known is { Status: SubscriptionStatus.Active })
        {
            await mail.AddAsync(new AlreadySubscribedEmail(links.Preferences(known.Id)), new MailRecipient(known.Email, known.Language), ct);
            await db.SaveChangesAsync(ct);
            return;
        }

        var subscription = known ?? new Subscription(SubscriptionId.New(), email, choices, now);
        if (known is null)
        {
            db.Subscriptions.Add(subscription);
        }
        else
        {
            subscription.AskAgain(choices, now);
        }

        db.ConsentLedger.Add(new ConsentEntry(
            now, email, ConsentPurpose.Newsletter, ConsentAction.Asked, wording, JsonSerializer.Serialize(choices, JsonConverter.Options), "/subscribe"));
        await mail.AddAsync(new ConfirmSubscriptionEmail(links.Confirm(subscription.Id)), new MailRecipient(subscription.Email, subscription.Language), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (known is null)
        {
            // Asked twice at the same moment: the other one has stored it and written the message.
            db.ChangeTracker.Clear();
            if (!await db.Subscriptions.AnyAsync(s => s.NormalisedEmail == normalised, ct))
            {
                throw;
            }
        }
    }
}
