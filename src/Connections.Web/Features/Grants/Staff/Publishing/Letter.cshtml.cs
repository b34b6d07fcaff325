using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Emails;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Publishing;

/// <summary>One letter as the applicant gets it.</summary>
[Authorize(Policy = GrantsPolicies.Publish)]
public sealed class LetterModel(ConnectionsDbContext db, Letters letters) : PageModel
{
    public Call Call { get; private set; } = null!;

    public DecisionEmail Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string call, string reference, CancellationToken ct)
    {
        var found = await (
            from c in db.Calls.AsNoTracking()
            join a in db.Applications.AsNoTracking() on c.Id equals a.CallId
            join d in db.Decisions.AsNoTracking() on a.Id equals d.ApplicationId
            where c.Slug == call && a.Reference == reference
            select new { Call = c, Application = a, Decision = d }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return NotFound();
        }

        Call = found.Call;
        Letter = letters.For(found.Call, found.Application, found.Decision);
        return Page();
    }
}
