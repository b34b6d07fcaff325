using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Staff.Deciding;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Publishing;

/// <summary>What has to be true before results are published, every letter to look at, and the button.</summary>
[Authorize(Policy = GrantsPolicies.Publish)]
public sealed class PublishModel(
    ConnectionsDbContext db, PublishResults publishResults, IStringLocalizer<GrantsText> refusals, IStringLocalizer<GrantsStaffText> texts) : PageModel
{
    public CallProgress Progress { get; private set; } = null!;

    public CallRanking Ranking { get; private set; } = null!;

    public Call Call => Progress.Call;

    public PageOfResults Pages => CallPages.Asked(Request, Ranking.Rows.Count);

    public DecisionsSum Sum => DecisionsSum.Of(Ranking);

    /// <summary>What is checked, in order, each a key of the texts.</summary>
    public IReadOnlyList<(string Key, bool Holds)> Checks =>
    [
        ("Reviewed", Progress.IsRanked),
        ("Decided", Progress is { IsRanked: true, Undecided: 0 }),
        ("Budget", !Sum.IsOver || Ranking.Rows.Any(r => r.Decision?.OverrideReason is not null)),
        ("Recorded", Call.DecisionsRecordedAt is not null),
    ];

    public bool MayPublish => Call.Status is CallStatus.Closed && Checks.All(c => c.Holds);

    [BindProperty]
    public bool Sure { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct) => await FindAsync(call, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string call, CancellationToken ct)
    {
        if (!await FindAsync(call, ct))
        {
            return NotFound();
        }

        if (Call.Status is CallStatus.Decided)
        {
            // Posted twice: the first time did it.
            return Redirect(StaffGrantsLinks.Publish(call));
        }

        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), texts["Close.TickSure"]);
        }

        if (ModelState.IsValid)
        {
            var outcome = await publishResults.HandleAsync(Call.Id, ct);
            if (outcome.Succeeded)
            {
                Done = "Published";
                return Redirect(StaffGrantsLinks.Publish(call));
            }

            ModelState.Tell(outcome, refusals, texts);
        }

        return Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        if (await CallProgress.FindAsync(db, slug, ct) is not { } progress)
        {
            return false;
        }

        Progress = progress;
        Ranking = await CallRanking.OfAsync(db, progress.Call, ct);
        return true;
    }
}
