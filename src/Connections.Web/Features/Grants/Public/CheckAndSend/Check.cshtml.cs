using Connections.Data;
using Connections.Domain.Calls;
using Connections.Domain.Forms;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Connections.Web.Features.Grants.Public.CheckAndSend;

[Authorize(Policy = RoleAbilities.SignedIn)]
public sealed class CheckModel(ConnectionsDbContext db, Countries countries, SendApplication sendApplication, TimeProvider clock) : PageModel
{
    public OwnApplication Own { get; private set; } = null!;

    public ILookup<string, AnswerError> Errors { get; private set; } = null!;

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>Why it cannot be sent now, whatever the answers are.</summary>
    public Refusal? Closed { get; private set; }

    public Countries Countries => countries;

    public async Task<IActionResult> OnGetAsync(Guid application, CancellationToken ct) =>
        await FindAsync(application, ct) is { } own
            ? own.Application.Status is ApplicationStatus.Draft ? Page() : Redirect(GrantsLinks.Application(own.Application.Id))
            : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid application, CancellationToken ct)
    {
        var outcome = await sendApplication.HandleAsync(application, User.AccountId(), ct);
        if (outcome is null || await FindAsync(application, ct) is not { } own)
        {
            return NotFound();
        }

        // Sent twice, by two clicks or two windows, it still was sent once: both lead to the same receipt.
        if (outcome.Succeeded || own.Application.IsSubmitted)
        {
            return Redirect(GrantsLinks.Receipt(own.Application.Id));
        }

        Refusals = outcome.Refusals;
        return own.Application.Status is ApplicationStatus.Draft ? Page() : Redirect(GrantsLinks.Application(own.Application.Id));
    }

    private async Task<OwnApplication?> FindAsync(Guid application, CancellationToken ct)
    {
        var own = await OwnApplication.FindAsync(db, countries, application, User.AccountId(), tracked: false, ct);
        if (own is not null)
        {
            Own = own;
            Errors = own.Errors.ToLookup(e => e.Field.Split('[')[0]);
            Closed = own.Call.WhyNotOpenAt(clock.GetUtcNow());
        }

        return own;
    }
}
