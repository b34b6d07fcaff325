using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Deciding;

/// <summary>The whole list once more, before it is recorded.</summary>
[Authorize(Policy = GrantsPolicies.Decide)]
public sealed class CheckDecisionsModel(
    ConnectionsDbContext db, RecordDecisions recordDecisions, IStringLocalizer<GrantsText> refusals, IStringLocalizer<GrantsStaffText> texts) : PageModel
{
    public CallRanking Ranking { get; private set; } = null!;

    public Call Call => Ranking.Call;

    public DecisionsSum Sum => DecisionsSum.Of(Ranking);

    /// <summary>Every decision, one kind after the other.</summary>
    public IReadOnlyList<RankedRow> Decided { get; private set; } = [];

    public PageOfResults Pages => CallPages.Asked(Request, Decided.Count);

    public IEnumerable<RankedRow> Shown => Pages.Of(Decided);

    public bool MayRecord => Call is { Status: CallStatus.Closed, DecisionsRecordedAt: null } && Sum.Decided == Sum.Applications;

    [BindProperty]
    public int Version { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct)
    {
        if (!await FindAsync(call, ct))
        {
            return NotFound();
        }

        Version = Call.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string call, CancellationToken ct)
    {
        if (!await FindAsync(call, ct))
        {
            return NotFound();
        }

        if (Call.DecisionsRecordedAt is not null)
        {
            // Posted twice: the first time did it.
            return Redirect(StaffGrantsLinks.Publish(call));
        }

        if (ModelState.IsValid)
        {
            var outcome = await recordDecisions.HandleAsync(Ranking, Version, ct);
            if (outcome.Succeeded)
            {
                Done = "DecisionsRecorded";
                return Redirect(StaffGrantsLinks.Publish(call));
            }

            ModelState.Tell(outcome, refusals, texts);
        }

        ModelState.SetModelValue(nameof(Version), Call.Version, $"{Call.Version}");
        return Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        if (await CallProgress.FindAsync(db, slug, ct) is not { IsRanked: true } progress)
        {
            return false;
        }

        Ranking = await CallRanking.OfAsync(db, progress.Call, ct);
        Decided = [.. Ranking.Rows.Where(r => r.Decision is not null).OrderBy(r => r.Decision!.Kind)];
        return true;
    }
}
