using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Grants.Public.Withdraw;

[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class IndexModel(ConnectionsDbContext db, Countries countries, WithdrawApplication withdrawApplication) : PageModel
{
    public OwnApplication Own { get; private set; } = null!;

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid application, CancellationToken ct)
    {
        var own = await OwnApplication.FindAsync(db, countries, application, User.AccountId(), tracked: false, ct);
        Own = own!;
        return own is null ? NotFound()
            : own.Application.Status is ApplicationStatus.Draft or ApplicationStatus.Submitted ? Page()
            : Redirect(GrantsLinks.Application(own.Application.Id));
    }

    public async Task<IActionResult> OnPostAsync(Guid application, CancellationToken ct)
    {
        var own = await OwnApplication.FindAsync(db, countries, application, User.AccountId(), tracked: true, ct);
        if (own is null)
        {
            return NotFound();
        }

        Own = own;
        var outcome = await withdrawApplication.HandleAsync(own.Application, ct);
        Refusals = outcome.Refusals;
        return outcome.Succeeded || own.Application.Status is ApplicationStatus.Withdrawn ? Redirect(GrantsLinks.Application(own.Application.Id)) : Page();
    }
}
