using Connections.Data;
using Connections.Domain.Newsletters;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters;

/// <summary>Whom an edition concerns: those with a confirmed subscription for whom at least one part is written.</summary>
public static class Audience
{
    public static async Task<int> CountAsync(ConnectionsDbContext db, Edition edition, CancellationToken ct)
    {
        var count = 0;
        await foreach (var subscription in Active(db).AsAsyncEnumerable().WithCancellation(ct))
        {
            count += edition.SectionsFor(subscription.Choices).Count > 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>Active subscriptions after an address, in the order of addresses, so that any number can be gone through in steps.</summary>
    public static Task<List<Subscription>> AfterAsync(ConnectionsDbContext db, string address, int take, CancellationToken ct) =>
        Active(db).Where(s => s.NormalisedEmail.CompareTo(address) > 0).OrderBy(s => s.NormalisedEmail).Take(take).ToListAsync(ct);

    private static IQueryable<Subscription> Active(ConnectionsDbContext db) =>
        db.Subscriptions.AsNoTracking().Where(s => s.Status == SubscriptionStatus.Active);
}
