using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.ReadCall;

public sealed class IndexModel(ConnectionsDbContext db, Countries countries, ReaderZone reader, TimeProvider clock) : PageModel
{
    private const int PastShown = 4;

    public Call Call { get; private set; } = null!;

    public CallStage Stage { get; private set; }

    /// <summary>Whole days until it closes, counted in the site's zone.</summary>
    public int DaysLeft { get; private set; }

    /// <summary>The last round of the programme that was decided; the call itself, once it is.</summary>
    public RoundFigures? LastRound { get; private set; }

    public IReadOnlyList<Award> PastAwards { get; private set; } = [];

    public ReaderZone Reader => reader;

    public Countries Countries => countries;

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct)
    {
        var found = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == call && c.Status != CallStatus.Draft, ct);
        if (found is null)
        {
            return NotFound();
        }

        Call = found;
        Stage = CallStages.Of(found, clock.GetUtcNow());
        DaysLeft = (TimeWords.In(found.ClosesAt, reader.SiteZone).Date - TimeWords.In(clock.GetUtcNow(), reader.SiteZone).Date).Days;
        var last = await db.Calls.AsNoTracking()
            .Where(c => c.ProgrammeId == found.ProgrammeId && c.Status == CallStatus.Decided)
            .OrderByDescending(c => c.ResultsPublishedAt).FirstOrDefaultAsync(ct);
        if (last is not null)
        {
            LastRound = await RoundFigures.OfAsync(db, last, countries, ct);
            PastAwards = await db.Awards.AsNoTracking().Where(a => a.CallId == last.Id).OrderBy(a => a.Reference).Take(PastShown).ToListAsync(ct);
        }

        return Page();
    }
}
