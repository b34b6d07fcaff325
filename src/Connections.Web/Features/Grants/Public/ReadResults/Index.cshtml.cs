using Connections.Data;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Grants.Public.ReadResults;

public sealed class IndexModel(ConnectionsDbContext db, ReviewStatistics statistics, Countries countries, Site site, ReaderZone reader) : PageModel
{
    public PublishedResults Results { get; private set; } = null!;

    public Countries Countries => countries;

    public bool IsDemonstration => site.Demonstration;

    public string DecidedOn => TimeWords.Date(TimeWords.In(Results.Call.ResultsPublishedAt!.Value, reader.SiteZone));

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct)
    {
        var results = await PublishedResults.FindAsync(db, statistics, countries, site, call, ct);
        Results = results!;
        return results is null ? NotFound() : Page();
    }
}
