using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Grants.Staff.Deciding;

/// <summary>Every application in the order of the ranking, with what was decided and the sum against the budget.</summary>
[Authorize(Policy = GrantsPolicies.Read)]
public sealed class DecisionsModel(ConnectionsDbContext db) : PageModel
{
    public CallProgress Progress { get; private set; } = null!;

    public CallRanking? Ranking { get; private set; }

    public Call Call => Progress.Call;

    public DecisionsSum? Sum => Ranking is null ? null : DecisionsSum.Of(Ranking);

    public PageOfResults Pages => CallPages.Asked(Request, Ranking?.Rows.Count ?? 0);

    [TempData]
    public string? SavedReference { get; set; }

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct)
    {
        if (await CallProgress.FindAsync(db, call, ct) is not { } progress)
        {
            return NotFound();
        }

        Progress = progress;
        Ranking = progress.IsRanked ? await CallRanking.OfAsync(db, progress.Call, ct) : null;
        return Page();
    }
}
