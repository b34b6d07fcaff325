using Connections.Data;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Newsletters.Public.Preferences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters.Public.Unsubscribe;

/// <summary>Leaving with one POST and nothing else (RFC 8058): no cookie, no sign-in, no second page. A GET only asks, since
/// programs that look at mail open links too.</summary>
/// <remarks>Without a limit of posts: a mail service leaves for many readers from few addresses, and a sealed link does
/// nothing for anybody who has none.</remarks>
[IgnoreAntiforgeryToken, DisableRateLimiting]
public sealed class UnsubscribeModel(ConnectionsDbContext db, SubscriptionLinks links, ChangeSubscription changeSubscription) : PageModel
{
    public Subscription? Subscription { get; private set; }

    public bool IsLeft { get; private set; }

    public string PreferencesPath => links.Preferences(Subscription!.Id).PathAndQuery;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
        {
            return NotFound();
        }

        IsLeft = Subscription?.Status is not SubscriptionStatus.Active and not SubscriptionStatus.Pending;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, [FromForm(Name = "List-Unsubscribe")] string? oneClick, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
        {
            return NotFound();
        }

        if (Subscription is not null)
        {
            await changeSubscription.UnsubscribeAsync(Subscription, oneClick is null ? "/unsubscribe" : "one-click", ct);
        }

        IsLeft = true;
        return Page();
    }

    /// <returns>False where the link is not one of ours. One whose subscription was erased still answers: it is left.</returns>
    private async Task<bool> FindAsync(string token, CancellationToken ct)
    {
        if (links.ReadManage(token) is not { } id)
        {
            return false;
        }

        Subscription = await db.Subscriptions.SingleOrDefaultAsync(s => s.Id == id, ct);
        return true;
    }
}
