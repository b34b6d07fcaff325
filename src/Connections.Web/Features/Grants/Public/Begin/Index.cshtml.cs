using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Public.CheckEligibility;
using Connections.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.Begin;

[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class IndexModel(ConnectionsDbContext db, BeginApplication beginApplication) : PageModel
{
    public Call Call { get; private set; } = null!;

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string call, CancellationToken ct)
    {
        if (!await FindAsync(call, ct))
        {
            return NotFound();
        }

        return Gate.Passes(Call.Terms.GateQuestions, GateAnswers.Read(Call, Request.Query)) ? Page() : Redirect(GrantsLinks.Apply(call));
    }

    public async Task<IActionResult> OnPostAsync(string call, CancellationToken ct)
    {
        if (!await FindAsync(call, ct))
        {
            return NotFound();
        }

        var (application, outcome) = await beginApplication.HandleAsync(Call, User.AccountId(), GateAnswers.Read(Call, Request.Query), ct);
        Refusals = outcome.Refusals;
        return application is { } id ? Redirect(GrantsLinks.Application(id)) : Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        var found = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug && c.Status != CallStatus.Draft, ct);
        Call = found!;
        return found is not null;
    }
}
