using Connections.Data;
using Connections.Domain.Ambassadors;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Security;
using Connections.Web.Security.Input.Once;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Ambassadors.Public.Write;

[EnableRateLimiting(RateLimits.Mail)]
[TakesSameWordsOnce]
public sealed class WriteModel(ConnectionsDbContext db, RelayMessage relayMessage, ReaderZone zone, TimeProvider clock) : PageModel
{
    public Ambassador Person { get; private set; } = null!;

    public string ProfilePath => $"/ambassadors/{Person.Year}/{Person.Slug}";

    public bool IsSent { get; private set; }

    [BindProperty]
    public WriteInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int year, string slug, bool sent, CancellationToken ct)
    {
        IsSent = sent;
        return await FindAsync(year, slug, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int year, string slug, CancellationToken ct)
    {
        if (!await FindAsync(year, slug, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await relayMessage.HandleAsync(Person, Input.Name!.Trim(), Input.Email!.Trim(), Input.Message!.Trim(), ct);
        return Redirect($"{ProfilePath}/write?sent=true");
    }

    private async Task<bool> FindAsync(int year, string slug, CancellationToken ct)
    {
        var found = await db.Ambassadors.AsNoTracking().SingleOrDefaultAsync(a => a.Year == year && a.Slug == slug, ct);
        Person = found!;
        return found is not null && found.CanBeWrittenTo(zone.Today(clock));
    }
}
