using Connections.Data;
using Connections.Web.Features.Shared.Times;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Ambassadors.Public.Profile;

public sealed class ProfileModel(ConnectionsDbContext db, ReaderZone zone, TimeProvider clock) : PageModel
{
    public AmbassadorDetail Person { get; private set; } = null!;

    public bool CanBeWrittenTo { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string slug, CancellationToken ct)
    {
        var today = zone.Today(clock);
        var found = await db.Ambassadors.AsNoTracking().SingleOrDefaultAsync(a => a.Year == year && a.Slug == slug && a.Year <= today.Year, ct);
        if (found is null)
        {
            return NotFound();
        }

        Person = AmbassadorDetail.Of(found);
        CanBeWrittenTo = found.CanBeWrittenTo(today);
        return Page();
    }
}
