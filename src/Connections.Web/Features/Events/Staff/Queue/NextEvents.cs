using System.Security.Claims;
using Connections.Data;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Security;
using Connections.Web.WorkList;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events.Staff.Queue;

/// <summary>The next public events, for those who check them.</summary>
internal sealed class NextEvents(ConnectionsDbContext db, ReaderZone zones) : IDiarySource
{
    public async Task<IReadOnlyList<DiaryEntry>> NextAsync(ClaimsPrincipal user, DateTimeOffset now, int most, CancellationToken ct)
    {
        if (!user.Can(EventsPolicies.Approve))
        {
            return [];
        }

        var rows = await OccurrenceRow.From(db, now, new EventFilter()).Where(row => row.StartsAt >= now && !row.IsCancelled).Take(most).ToListAsync(ct);
        return [.. rows.Select(row => new DiaryEntry(DateOnly.FromDateTime(TimeWords.In(row.StartsAt, zones.SiteZone)), row.Title, row.Path))];
    }
}
