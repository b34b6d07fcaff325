using System.Security.Claims;
using Connections.Data;
using Connections.Domain.Events;
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

        var rows = await (
            from occurrence in db.EventOccurrences.AsNoTracking()
            join e in db.Events on occurrence.EventId equals e.Id
            where occurrence.StartsAt > now && e.PublishedAt != null && e.Status != EventStatus.Cancelled
            orderby occurrence.StartsAt, e.Slug
            select new { occurrence.StartsAt, e.Slug, e.Details.Title, e.Details.TimeZone, e.Details.Exceptions }).Take(2 * most).ToListAsync(ct);
        return [.. rows.Where(row => !row.Exceptions.Exists(start => EventDetails.InstantIn(start, row.TimeZone) == row.StartsAt)).Take(most).Select(row => new DiaryEntry(DateOnly.FromDateTime(TimeWords.In(row.StartsAt, zones.SiteZone)), row.Title, $"/events/{row.Slug}"))];
    }
}
