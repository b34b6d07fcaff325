using Connections.Data;
using Connections.Web.Features.Shared.Navigation;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events.Public.ListEvents;

public sealed class ListEventsModel(ConnectionsDbContext db, TimeProvider clock, Countries countries, Taxonomy taxonomy) : PageModel
{
    private const int PageSize = 20;

    public EventFilter Filter { get; private set; } = new();

    public IReadOnlyList<OccurrenceRow> Rows { get; private set; } = [];

    public PageOfResults Results { get; private set; } = null!;

    /// <summary>Countries that have events to come.</summary>
    public IReadOnlyList<Country> Choices { get; private set; } = [];

    public bool IsFiltered => Filter != new EventFilter();

    public async Task OnGetAsync(string? country, string? topic, string? online, [FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Filter = EventFilter.Read(countries, taxonomy, country, topic, online);
        number = Math.Clamp(number, 1, 10_000);
        var rows = OccurrenceRow.From(db, now, Filter);
        Rows = await rows.Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Results = new PageOfResults(number, PageSize, await rows.CountAsync(ct));
        var coming = db.EventOccurrences.Where(o => o.EndsAt > now).Select(o => o.EventId);
        var codes = await db.Events.Where(e => e.PublishedAt != null && coming.Contains(e.Id)).Select(e => e.Details.Country).Distinct().ToListAsync(ct);
        Choices = [.. countries.All.Where(c => codes.Contains(c.Code))];
    }
}
