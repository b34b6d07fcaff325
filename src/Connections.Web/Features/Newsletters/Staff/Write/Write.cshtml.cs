using Connections.Data;
using Connections.Domain.Newsletters;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Newsletters.Staff.Write;

/// <summary>Writing an edition: its parts in Markdown, and beside them what a reader sees.</summary>
[Authorize(Policy = NewslettersPolicies.Write)]
public sealed class WriteModel(ConnectionsDbContext db, SaveEdition saveEdition, Site site, Countries countries, IStringLocalizer<NewslettersText> texts) : PageModel
{
    public Edition? Edition { get; private set; }

    [BindProperty]
    public EditionInput Input { get; set; } = new();

    /// <summary>Made with the form, so that posting it twice makes one edition.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [TempData]
    public bool IsSaved { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        NewId = EditionId.New().Value;
        Input = Edition is null ? new EditionInput { Language = site.DefaultLanguage, Kind = EditionKind.Letter, Sections = [new(), new()] } : EditionInput.From(Edition, countries);
        return Page();
    }

    /// <summary>Shows the letter as it stands in the form; stores nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string id, CancellationToken ct) =>
        await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Input.Sections.Count < EditionInput.MaxSections)
        {
            Input.Sections.Add(new SectionInput());
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = Edition?.Id ?? (NewId == Guid.Empty ? EditionId.New() : new EditionId(NewId));
        var outcome = await SaveAsync(saved, ct);
        if (!outcome.Succeeded)
        {
            ModelState.AddRefusals(outcome, texts);
            return Page();
        }

        IsSaved = true;
        return Redirect($"/staff/newsletter/{saved}");
    }

    private async Task<Outcome> SaveAsync(EditionId id, CancellationToken ct)
    {
        try
        {
            return await saveEdition.HandleAsync(Edition, id, Input.Version, Input.ToText(countries), User.DisplayName is { Length: > 0 } name ? name : User.Identity?.Name ?? "", ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Whoever saves once more has been told that it replaces somebody's words.
            ModelState.Remove("Input.Version");
            Input.Version = await db.Editions.AsNoTracking().Where(e => e.Id == id).Select(e => e.Version).SingleAsync(ct);
            return Outcome.Refused(new Refusal("Refusal.ChangedMeanwhile"));
        }
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (id is "new")
        {
            return true;
        }

        Edition = Guid.TryParse(id, out var known) ? await db.Editions.SingleOrDefaultAsync(e => e.Id == new EditionId(known), ct) : null;
        return Edition is not null;
    }
}
