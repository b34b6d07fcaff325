using System.Linq.Expressions;
using System.Text.Json;
using Connections.Data;
using Connections.Data.Conversions;
using Connections.Data.Mail;
using Connections.Domain.Consents;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Newsletters.Emails;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Newsletters.Public.Preferences;

/// <summary>What its owner does with a subscription: choose otherwise, leave, or have it erased.</summary>
public sealed class ChangeSubscription(ConnectionsDbContext db, TimeProvider clock, IStringLocalizer<NewslettersText> texts)
{
    /// <summary>What is written to a subscriber, by the names in the outbox.</summary>
    private static readonly string[] Letters =
        [nameof(EditionEmail), nameof(ConfirmSubscriptionEmail), nameof(AlreadySubscribedEmail), nameof(PreferencesLinkEmail)];

    public async Task ChooseAsync(Subscription subscription, SubscriptionChoices choices, CancellationToken ct)
    {
        subscription.Choose(choices);
        var comesBack = subscription.Status is not SubscriptionStatus.Active;
        if (comesBack)
        {
            // The link came to the address itself, so no second message is needed.
            subscription.AskAgain(choices, clock.GetUtcNow());
            subscription.Confirm(clock.GetUtcNow());
        }

        Record(subscription, comesBack ? ConsentAction.Given : ConsentAction.Changed, texts["Preferences.Save"], "/preferences");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Leaving twice is leaving once.</summary>
    /// <param name="source">The page, or <c>one-click</c> when the mail program did it.</param>
    public async Task UnsubscribeAsync(Subscription subscription, string source, CancellationToken ct)
    {
        if (subscription.Unsubscribe(clock.GetUtcNow()))
        {
            Record(subscription, ConsentAction.Withdrawn, texts["Unsubscribe.Button"], source);
            await RemoveLettersAsync(subscription, m => m.Kind == nameof(EditionEmail) && m.Status == OutboxMailStatus.Waiting, ct);
        }
    }

    /// <summary>Removes the address and the choices. The ledger keeps that there was a consent, under a hash.</summary>
    public async Task EraseAsync(Subscription subscription, CancellationToken ct)
    {
        Record(subscription, ConsentAction.Withdrawn, texts["Erase.Button"], "/preferences/erase");
        db.Subscriptions.Remove(subscription);
        await RemoveLettersAsync(subscription, m => Letters.Contains(m.Kind), ct);
    }

    /// <summary>Saves, and takes letters out of the outbox in the same transaction: who has left gets nothing that was on its way.</summary>
    private async Task RemoveLettersAsync(Subscription subscription, Expression<Func<OutboxMail, bool>> which, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.SaveChangesAsync(ct);
        await db.OutboxMails.Where(m => m.To == subscription.Email).Where(which).ExecuteDeleteAsync(ct);
        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }
    }

    private void Record(Subscription subscription, ConsentAction action, string wording, string source) =>
        db.ConsentLedger.Add(new ConsentEntry(
            clock.GetUtcNow(), subscription.Email, ConsentPurpose.Newsletter, action, wording, JsonSerializer.Serialize(subscription.Choices, JsonConverter.Options), source));
}
