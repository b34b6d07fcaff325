using Connections.Data;
using Connections.Domain.Events;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events.Jobs;

/// <summary>Lays out the coming times of repeating events, as far as the horizon reaches today.</summary>
public sealed class LayOutOccurrences(ConnectionsDbContext db, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        var repeating = await db.Events.Where(e => e.PublishedAt != null && e.Status != EventStatus.Cancelled && e.Details.Recurrence != null).ToListAsync(ct);
        foreach (var item in repeating)
        {
            var known = await db.EventOccurrences.Where(o => o.EventId == item.Id).Select(o => o.StartsAt).ToHashSetAsync(ct);
            db.EventOccurrences.AddRange(item.Times(clock.GetUtcNow()).Where(o => !known.Contains(o.StartsAt)));
        }

        await db.SaveChangesAsync(ct);
    }
}
