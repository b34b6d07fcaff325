using System.ComponentModel.DataAnnotations;
using Connections.Data;
using Connections.Domain.Calls;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Ending;

[Authorize(Policy = GrantsPolicies.Manage)]
public sealed class CloseModel(
    ConnectionsDbContext db, CloseCall closeCall, TimeProvider clock, IStringLocalizer<GrantsText> refusals, IStringLocalizer<GrantsStaffText> texts) : PageModel
{
    public Call Call { get; private set; } = null!;

    public bool IsOpen => Call.IsOpenAt(clock.GetUtcNow());

    /// <summary>Applications that were begun and could no longer be sent.</summary>
    public int Drafts { get; private set; }

    [BindProperty, StringLength(1000), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

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

        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), texts["Close.TickSure"]);
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), refusals[CallRefusals.ReasonMissing.Key]);
        }

        if (ModelState.IsValid)
        {
            var outcome = await closeCall.HandleAsync(Call, Version, Reason, ct);
            if (outcome.Succeeded)
            {
                Done = "Closed";
                return Redirect(StaffGrantsLinks.Call(call));
            }

            ModelState.Tell(outcome, refusals, texts);
        }

        return Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Calls.SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found)
        {
            return false;
        }

        Call = found;
        Drafts = await db.Applications.CountAsync(a => a.CallId == found.Id && a.Status == ApplicationStatus.Draft, ct);
        return true;
    }
}
