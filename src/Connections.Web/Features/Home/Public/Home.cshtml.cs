using Connections.Data;
using Connections.Data.Listings.Search;
using Connections.Domain.Calls;
using Connections.Web.Caching;
using Connections.Web.Features.Ambassadors;
using Connections.Web.Features.Content;
using Connections.Web.Features.Events;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Features.Shared.Drawing;
using Connections.Web.Features.Shared.Times;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Home.Public;

/// <summary>The front of the portal: one search box, a map, three doors, and what is on now.</summary>
[OutputCache(PolicyName = PublicPageCachePolicy.Name)]
public sealed class HomeModel(ConnectionsDbContext db, DirectoryIndexSource directory, WorldMap map, IContentSource content, ReaderZone zone, TimeProvider clock) : PageModel
{
    private const int PlacesOnMap = 60;
    private const int Shown = 3;

    // Among these are always some that have not begun and are not cancelled, unless very little is planned.
    private const int EventsLookedAt = 40;

    public MapDrawing Map { get; private set; } = null!;

    public int Communities { get; private set; }

    public int Countries { get; private set; }

    public IReadOnlyList<CallRow> Open { get; private set; } = [];

    public IReadOnlyList<OccurrenceRow> Events { get; private set; } = [];

    public IReadOnlyList<AmbassadorDetail> People { get; private set; } = [];

    public StoryRow? Story { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await DrawAsync(ct);
        var open = await db.Calls.AsNoTracking()
            .Where(c => c.Status == CallStatus.Open && c.OpensAt <= now && c.ClosesAt > now)
            .OrderBy(c => c.ClosesAt).Take(Shown).ToListAsync(ct);
        Open = open.ConvertAll(c => CallRow.Of(c, now));
        var coming = await OccurrenceRow.From(db, now, new EventFilter()).Take(EventsLookedAt).ToListAsync(ct);
        Events = [.. coming.Where(e => e.StartsAt > now && !e.IsCancelled).DistinctBy(e => e.Slug).Take(Shown)];
        var year = zone.Today(clock).Year;
        People = (await db.Ambassadors.AsNoTracking().Where(a => a.Year == year).OrderBy(a => a.Name).Take(Shown).ToListAsync(ct)).ConvertAll(AmbassadorDetail.Of);
        (var stories, _) = await content.StoriesAsync(0, 1, ct);
        Story = stories.Count > 0 ? stories[0] : null;
    }

    public int DaysLeft(CallRow call) => (int)Math.Floor((call.ClosesAt - clock.GetUtcNow()).TotalDays);

    private async Task DrawAsync(CancellationToken ct)
    {
        var index = await directory.CurrentAsync(ct);
        var places = index.Places(new DirectoryQuery());
        Communities = index.Count;
        Countries = places.Select(p => p.Country).Distinct().Count();
        Map = map.Draw([.. places.Where(p => p.Location is not null).Take(PlacesOnMap)
            .Select(p => new MapPlace(p.Place, p.Location!.Latitude, p.Location.Longitude, p.Count))]);
    }
}
