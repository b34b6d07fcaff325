using Connections.Data;
using Connections.Domain.Events;
using Connections.Domain.Shared;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Security;
using Connections.Web.Security.Input.Once;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Events.Partner.Edit;

[Authorize(Policy = EventsPolicies.Share)]
[TakesSameWordsOnce]
public sealed class EditModel(
    ConnectionsDbContext db, ShareEvent shareEvent, ReaderZone zone, TimeProvider clock, Site site, IStringLocalizer<EventsText> texts) : PageModel
{
    private Domain.Partners.Partner partner = null!;

    /// <summary>Null while the event is new.</summary>
    public Event? Event { get; private set; }

    [BindProperty]
    public EventInput Input { get; set; } = new();

    /// <summary>Made with the form, so that posting it twice shares one event.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [TempData]
    public string? SentTitle { get; set; }

    /// <summary>Whether a time zone is named after a place, so that people find it.</summary>
    internal static bool IsPlace(string zone) => zone.Contains('/', StringComparison.Ordinal) && !zone.StartsWith("Etc/", StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        NewId = EventId.New().Value;
        Input = Event is null ? new EventInput { TimeZone = zone.Zone is { } own && IsPlace(own.Id) ? own.Id : site.TimeZone } : EventInput.From(Event);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!partner.IsAccredited(zone.Today(clock)))
        {
            ModelState.AddModelError("", texts["Error.Expired"]);
        }

        var outcome = ModelState.IsValid ? await SaveAsync(ct) : Outcome.From(Input.ToDetails(Event?.Wanted).Check());
        ModelState.AddRefusals(EventInput.BesideControls(outcome), texts);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        SentTitle = Input.Title;
        return Redirect("/your-events");
    }

    private async Task<Outcome> SaveAsync(CancellationToken ct)
    {
        var details = Input.ToDetails(Event?.Wanted);
        var present = Event?.Version ?? 0;
        try
        {
            return Event is null
                ? await shareEvent.NewAsync(NewId == Guid.Empty ? EventId.New() : new EventId(NewId), partner, details, ct)
                : await shareEvent.ChangeAsync(Event, Input.Version, details, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Whoever sends it once more has been told that it replaces somebody's words.
            ModelState.Remove("Input.Version");
            Input.Version = present;
            return Outcome.Refused(new Refusal("Refusal.ChangedMeanwhile"));
        }
    }

    private async Task<bool> FindAsync(Guid? id, CancellationToken ct)
    {
        var account = User.AccountId();
        var found = await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == account, ct);
        partner = found!;
        Event = id is { } known ? await db.FindOwnEventAsync(known, account, ct) : null;
        return found is not null && (id is null || Event is { Status: not EventStatus.Cancelled });
    }
}
