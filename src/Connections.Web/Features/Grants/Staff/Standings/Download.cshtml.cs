using Connections.Data;
using Connections.Web.Features.Grants.Staff.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Grants.Staff.Standings;

[Authorize(Policy = GrantsPolicies.Export)]
public sealed class DownloadModel(ConnectionsDbContext db, WriteRanking writeRanking) : PageModel
{
    public CallProgress Progress { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct) => await FindAsync(call, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string call, CancellationToken ct)
    {
        if (!await FindAsync(call, ct))
        {
            return NotFound();
        }

        if (!Progress.IsRanked)
        {
            return Page();
        }

        var csv = await writeRanking.HandleAsync(await CallRanking.OfAsync(db, Progress.Call, ct), ct);
        return File(csv, "text/csv; charset=utf-8", $"{Progress.Call.Slug}-ranking.csv");
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        Progress = (await CallProgress.FindAsync(db, slug, ct))!;
        return Progress is not null;
    }
}
