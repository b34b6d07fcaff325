using Connections.Data;
using Connections.Domain.Consents;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Accounts.PersonalData;
using Connections.Web.Features.Newsletters.Public.Preferences;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters;

/// <summary>What the newsletter keeps about an address: the subscription, what was sent to it, and every line of the consent
/// ledger. The ledger outlives erasure, since it proves that letters were asked for; it holds a hash and no address.</summary>
internal sealed class NewsletterPersonalData(ConnectionsDbContext db, ChangeSubscription changeSubscription) : IPersonalDataSource
{
    public string Name => "newsletter";

    public async Task<object?> ReadAsync(DataSubject subject, CancellationToken ct)
    {
        var person = ConsentEntry.HashOf(subject.Email);
        var subscription = await FindAsync(subject, ct);
        var consents = await db.ConsentLedger.AsNoTracking().Where(c => c.Person == person).OrderBy(c => c.At)
            .Select(c => new { c.At, c.Purpose, c.Action, c.Wording, c.Scope, c.Source }).ToListAsync(ct);
        return subscription is null && consents.Count == 0 ? null : new
        {
            subscription = subscription is null ? null : new
            {
                subscription.Email,
                subscription.Status,
                subscription.Choices,
                subscription.AskedAt,
                subscription.ConfirmedAt,
                subscription.UnsubscribedAt,
            },
            editionsSent = subscription is null ? [] : await SentAsync(subscription.Id, ct),
            consents,
        };
    }

    public async Task EraseAsync(DataSubject subject, CancellationToken ct)
    {
        if (await FindAsync(subject, ct) is { } subscription)
        {
            await changeSubscription.EraseAsync(subscription, ct);
        }
    }

    private Task<Subscription?> FindAsync(DataSubject subject, CancellationToken ct)
    {
        var address = Subscription.Normalise(subject.Email);
        return db.Subscriptions.SingleOrDefaultAsync(s => s.NormalisedEmail == address, ct);
    }

    private Task<List<SentEdition>> SentAsync(SubscriptionId subscription, CancellationToken ct) =>
        (from delivery in db.Deliveries.AsNoTracking()
         join edition in db.Editions.AsNoTracking() on delivery.EditionId equals edition.Id
         where delivery.SubscriptionId == subscription
         orderby delivery.QueuedAt
         select new SentEdition(edition.Subject, delivery.QueuedAt)).ToListAsync(ct);

    private sealed record SentEdition(string Subject, DateTimeOffset At);
}
