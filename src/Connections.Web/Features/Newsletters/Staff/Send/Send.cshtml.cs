using System.Globalization;
using Connections.Data;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Newsletters.Staff.Send;

/// <summary>The last look before an edition goes out: who gets it, and their number typed as a deliberate yes.</summary>
[Authorize(Policy = NewslettersPolicies.Send)]
public sealed class SendModel(ConnectionsDbContext db, ReleaseEdition releaseEdition, IStringLocalizer<NewslettersText> texts) : PageModel
{
    public Edition Edition { get; private set; } = null!;

    public int People { get; private set; }

    /// <summary>Of each part, in the order of the parts.</summary>
    public IReadOnlyList<int> Readers { get; private set; } = [];

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [TempData]
    public string? ReleasedSubject { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Version = Edition.Version;
        return Edition.Status is EditionStatus.Draft ? Page() : Redirect($"/staff/newsletter/{Edition.Id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (Edition.Status is not EditionStatus.Draft)
        {
            // Sent by a first press of the button: its page says that it is on its way.
            return Redirect($"/staff/newsletter/{Edition.Id}");
        }

        var present = Edition.Version;
        if (!int.TryParse(Number?.Replace(",", "", StringComparison.Ordinal).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) || typed != People)
        {
            ModelState.AddModelError(nameof(Number), texts["Send.NumberWrong", People]);
            return Page();
        }

        try
        {
            var outcome = await releaseEdition.HandleAsync(Edition, Version, People, ct);
            if (!outcome.Succeeded)
            {
                ModelState.AddRefusals(outcome, texts, prefix: "");
                return Page();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.Remove(nameof(Version));
            Version = present;
            ModelState.AddModelError("", texts["Send.Changed"]);
            return Page();
        }

        ReleasedSubject = Edition.Subject;
        return Redirect("/staff/newsletter");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Editions.SingleOrDefaultAsync(e => e.Id == new EditionId(id), ct) is not { } found)
        {
            return false;
        }

        Edition = found;
        (People, Readers) = await Audience.CountAsync(db, found, ct);
        return true;
    }
}
