using System.ComponentModel.DataAnnotations;
using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Staff.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Ending;

[Authorize(Policy = GrantsPolicies.Decide)]
public sealed class EndReviewingModel(
    ConnectionsDbContext db, EndReviewing endReviewing, IStringLocalizer<GrantsText> refusals, IStringLocalizer<GrantsStaffText> texts) : PageModel
{
    public CallProgress Progress { get; private set; } = null!;

    public bool MayEnd => Progress.Call is { Status: CallStatus.Closed, ReviewingEndedAt: null } && Progress.Sent > 0;

    [BindProperty, StringLength(1000), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct) => await FindAsync(call, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string call, CancellationToken ct)
    {
        if (!await FindAsync(call, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var outcome = await endReviewing.HandleAsync(Progress, Reason, ct);
            if (outcome.Succeeded)
            {
                Done = "ReviewingEnded";
                return Redirect(StaffGrantsLinks.Call(call));
            }

            ModelState.Tell(outcome, refusals, texts);
        }

        return Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        Progress = (await CallProgress.FindAsync(db, slug, ct))!;
        return Progress is not null;
    }
}
