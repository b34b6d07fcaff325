using Connections.Data;
using Connections.Data.Mail;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Newsletters.Emails;
using Connections.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters;

/// <summary>Editions for somebody who has left meanwhile. Leaving takes them out of the outbox; one that was being put there at
/// that very moment is found here.</summary>
internal sealed class LettersOfLeavers(ConnectionsDbContext db) : IMailHold
{
    public async Task<IReadOnlySet<Guid>> NotWantedAsync(IReadOnlyList<OutboxMail> due, CancellationToken ct)
    {
        var letters = due.Where(m => m.Kind == nameof(EditionEmail)).ToList();
        if (letters.Count == 0)
        {
            return new HashSet<Guid>();
        }

        var addresses = letters.ConvertAll(m => Subscription.Normalise(m.To));
        var active = await db.Subscriptions.AsNoTracking().Where(s => addresses.Contains(s.NormalisedEmail) && s.Status == SubscriptionStatus.Active)
            .Select(s => s.NormalisedEmail).ToHashSetAsync(ct);
        return letters.Where(m => !active.Contains(Subscription.Normalise(m.To))).Select(m => m.Id).ToHashSet();
    }
}
