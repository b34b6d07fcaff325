using Connections.Data;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Features.Shared.Navigation;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Grants.Staff.Reviewing;

[Authorize(Policy = GrantsPolicies.Review)]
public sealed class PileModel(ConnectionsDbContext db, Site site, ReaderZone zone, TimeProvider clock) : PageModel
{
    public ReviewersPile Pile { get; private set; } = null!;

    public PageOfResults Pages => CallPages.Asked(Request, Pile.Rows.Count);

    public bool IsLate => Pile is { IsOpen: true, Left: > 0 } && Pile.Call.Terms.ReviewUntil < zone.Today(clock);

    /// <summary>Which review was just dealt with, and how.</summary>
    [TempData]
    public string? SavedReference { get; set; }

    [TempData]
    public string? SentReference { get; set; }

    [TempData]
    public string? ReleasedReference { get; set; }

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct)
    {
        if (await ReviewersPile.FindAsync(db, call, User.AccountId(), site.DefaultLanguage, ct) is not { } pile)
        {
            return NotFound();
        }

        Pile = pile;
        return Page();
    }
}
