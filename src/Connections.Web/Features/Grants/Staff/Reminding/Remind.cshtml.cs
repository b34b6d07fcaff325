using Connections.Data;
using Connections.Web.Features.Grants.Staff.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Reminding;

[Authorize(Policy = GrantsPolicies.Assign)]
public sealed class RemindModel(
    ConnectionsDbContext db, RemindReviewers remindReviewers, IStringLocalizer<GrantsText> refusals, IStringLocalizer<GrantsStaffText> texts) : PageModel
{
    public CallProgress Progress { get; private set; } = null!;

    public IEnumerable<ReviewerProgress> Owing => Progress.Reviewers.Where(r => r.Left > 0);

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct) => await FindAsync(call, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string call, CancellationToken ct)
    {
        if (!await FindAsync(call, ct))
        {
            return NotFound();
        }

        var outcome = await remindReviewers.HandleAsync(Progress, ct);
        if (outcome.Succeeded)
        {
            Done = "Reminded";
            return Redirect(StaffGrantsLinks.Call(call));
        }

        ModelState.Tell(outcome, refusals, texts);
        return Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        Progress = (await CallProgress.FindAsync(db, slug, ct))!;
        return Progress is not null;
    }
}
