using System.Security.Claims;
using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Security;
using Connections.Web.WorkList;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Waiting;

/// <summary>What the calls under way come to next: opening, closing, reviews due, the panel's meeting, the promised answer.</summary>
internal sealed class CallDates(ConnectionsDbContext db, ReaderZone zones, IStringLocalizer<GrantsStaffText> texts) : IDiarySource
{
    public async Task<IReadOnlyList<DiaryEntry>> NextAsync(ClaimsPrincipal user, DateTimeOffset now, int most, CancellationToken ct)
    {
        if (!user.Can(GrantsPolicies.Read))
        {
            return [];
        }

        var today = DateOnly.FromDateTime(TimeWords.In(now, zones.SiteZone));
        var calls = await db.Calls.AsNoTracking().Where(c => c.Status != CallStatus.Decided).OrderBy(c => c.Slug).ToListAsync(ct);
        return [.. calls.SelectMany(call => Dates(call, now)).Where(entry => entry.Day >= today).OrderBy(entry => entry.Day).Take(most)];
    }

    private IEnumerable<DiaryEntry> Dates(Call call, DateTimeOffset now) =>
        from date in new (string What, DateOnly? Day)[]
        {
            ("Opens", call.OpensAt > now ? Local(call.OpensAt) : null),
            ("Closes", call.ClosesAt > now ? Local(call.ClosesAt) : null),
            ("ReviewsDue", call.Terms.ReviewUntil),
            ("Moderation", call.Terms.ModerationAt is { } at && at > now ? Local(at) : null),
            ("DecisionsBy", call.Terms.DecisionsBy),
        }
        let day = date.Day
        where day is not null
        select new DiaryEntry(day.Value, texts[$"Diary.{date.What}", call.Name], StaffGrantsLinks.Call(call.Slug));

    private DateOnly Local(DateTimeOffset instant) => DateOnly.FromDateTime(TimeWords.In(instant, zones.SiteZone));
}
