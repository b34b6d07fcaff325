using Connections.Data;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Features.Shared.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Assigning;

/// <summary>Who reads what, and a plan for what nobody reads yet, to be looked at before it is recorded.</summary>
[Authorize(Policy = GrantsPolicies.Assign)]
public sealed class AssignModel(
    ConnectionsDbContext db, RecordPlan recordPlan, IStringLocalizer<GrantsText> refusals, IStringLocalizer<GrantsStaffText> texts) : PageModel
{
    public AssignmentFacts Facts { get; private set; } = null!;

    public PageOfResults Pages => CallPages.Asked(Request, Facts.Applications.Count);

    /// <summary>None until it is asked for.</summary>
    public ReviewerPlan? Plan { get; private set; }

    [BindProperty]
    public string? Seal { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string call, bool plan, CancellationToken ct)
    {
        if (await AssignmentFacts.FindAsync(db, call, ct) is not { } facts)
        {
            return NotFound();
        }

        Facts = facts;
        Plan = plan && facts is { MayAssign: true, Missing: > 0 } ? ReviewerPlan.Of(facts) : null;
        Seal = Plan?.Seal;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string call, CancellationToken ct)
    {
        if (await AssignmentFacts.FindAsync(db, call, ct) is not { } facts)
        {
            return NotFound();
        }

        Facts = facts;
        Plan = facts is { MayAssign: true, Missing: > 0 } ? ReviewerPlan.Of(facts) : null;
        if (Plan is not { IsPossible: true } plan || plan.Seal != Seal)
        {
            ModelState.AddModelError("", texts["Assign.Changed"]);
        }
        else
        {
            var outcome = await recordPlan.HandleAsync(plan, ct);
            if (outcome.Succeeded)
            {
                Done = "Assigned";
                return Redirect(StaffGrantsLinks.Call(call));
            }

            ModelState.Tell(outcome, refusals, texts);
        }

        ModelState.SetModelValue(nameof(Seal), Plan?.Seal, Plan?.Seal);
        return Page();
    }
}
