using Connections.Data;
using Connections.Web.Features.Shared.Times;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Ambassadors.Public.Ambassadors;

public sealed class AmbassadorsModel(ConnectionsDbContext db, ReaderZone zone, TimeProvider clock) : PageModel
{
    public int Year { get; private set; }

    public IReadOnlyList<AmbassadorDetail> ThisYear { get; private set; } = [];

    /// <summary>Those of earlier years, the latest year first.</summary>
    public IReadOnlyList<IGrouping<int, AmbassadorDetail>> Before { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Year = zone.Today(clock).Year;
        var all = (await db.Ambassadors.AsNoTracking().Where(a => a.Year <= Year).OrderBy(a => a.Name).Take(300).ToListAsync(ct)).ConvertAll(AmbassadorDetail.Of);
        ThisYear = [.. all.Where(a => a.Year == Year)];
        Before = [.. all.Where(a => a.Year < Year).GroupBy(a => a.Year).OrderByDescending(g => g.Key)];
    }
}
