using Connections.Data;
using Connections.Domain.Newsletters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters.Public.Preferences;

/// <summary>One's own choices, opened by a link from any letter; no password.</summary>
public sealed class PreferencesModel(ConnectionsDbContext db, SubscriptionLinks links, ChangeSubscription changeSubscription) : PageModel
{
    public Subscription Subscription { get; private set; } = null!;

    public string Token { get; private set; } = "";

    [BindProperty]
    public ChoicesInput Input { get; set; } = new();

    [TempData]
    public bool IsSaved { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
        {
            return NotFound();
        }

        Input.Take(Subscription.Choices);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await changeSubscription.ChooseAsync(Subscription, Input.ToChoices(), ct);
        IsSaved = true;
        return Redirect($"/preferences/{token}");
    }

    public async Task<IActionResult> OnPostEraseAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
        {
            return NotFound();
        }

        await changeSubscription.EraseAsync(Subscription, ct);
        return Redirect("/preferences/erased");
    }

    private async Task<bool> FindAsync(string token, CancellationToken ct)
    {
        Token = token;
        var found = links.ReadManage(token) is { } id ? await db.Subscriptions.SingleOrDefaultAsync(s => s.Id == id, ct) : null;
        Subscription = found!;
        return found is not null;
    }
}
