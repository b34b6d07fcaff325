using Connections.Data;
using Connections.Domain.Newsletters;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters;

/// <summary>Whom an edition concerns: those with a confirmed subscription for whom at least one part is written.</summary>
public static class Audience
{
    /// <returns>How many people get it, and how many of them read each part, in the order of the parts.</returns>
    public static async Task<(int People, IReadOnlyList<int> Readers)> CountAsync(ConnectionsDbContext db, Edition edition, CancellationToken ct)
    {
        var people = 0;
        var readers = new int[edition.Sections.Count];
        await foreach (var subscription in Active(db).AsAsyncEnumerable().WithCancellation(ct))
        {
            var parts = edition.SectionsFor(subscription.Choices);
            people += parts.Count > 0 ? 1 : 0;
            for (var i = 0; i < readers.Length; i++)
            {
                readers[i] += parts.Contains(edition.Sections[i]) ? 1 : 0;
            }
        }

        return (people, readers);
    }

    /// <summary>Active subscriptions after an address, in the order of addresses, so that any number can be gone through in steps.</summary>
    public static Task<List<Subscription>> AfterAsync(ConnectionsDbContext db, string address, int take, CancellationToken ct) =>
        Active(db).Where(s => s.NormalisedEmail.CompareTo(address) > 0).OrderBy(s => s.NormalisedEmail).Take(take).ToListAsync(ct);

    private static IQueryable<Subscription> Active(ConnectionsDbContext db) =>
        db.Subscriptions.AsNoTracking().Where(s => s.Status == SubscriptionStatus.Active);
}
