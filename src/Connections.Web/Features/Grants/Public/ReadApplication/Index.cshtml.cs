using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Public.ReadApplication;

/// <summary>One's own application: the task list of a draft; of one that was sent, what was sent and what came of it.</summary>
[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class IndexModel(ConnectionsDbContext db, Countries countries) : PageModel
{
    public OwnApplication Own { get; private set; } = null!;

    public TaskList Tasks { get; private set; } = null!;

    /// <summary>Once it is published.</summary>
    public Decision? Decision { get; private set; }

    public Countries Countries => countries;

    public async Task<IActionResult> OnGetAsync(Guid application, CancellationToken ct)
    {
        var own = await OwnApplication.FindAsync(db, countries, application, User.AccountId(), tracked: false, ct);
        if (own is null)
        {
            return NotFound();
        }

        Own = own;
        Tasks = TaskList.Of(own);
        Decision = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == own.Application.Id && d.PublishedAt != null, ct);
        return Page();
    }
}
