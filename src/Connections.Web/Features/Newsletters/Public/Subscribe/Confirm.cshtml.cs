using Connections.Data;
using Connections.Domain.Newsletters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters.Public.Subscribe;

/// <summary>The page behind the link in the message. Opening it changes nothing: programs that look at mail open links too.</summary>
public sealed class ConfirmModel(ConnectionsDbContext db, SubscriptionLinks links, ConfirmSubscription confirmSubscription) : PageModel
{
    public Subscription? Subscription { get; private set; }

    public bool IsConfirmed => Subscription?.Status is SubscriptionStatus.Active;

    public string PreferencesPath => links.Preferences(Subscription!.Id).PathAndQuery;

    public async Task OnGetAsync(string token, CancellationToken ct) => await FindAsync(token, ct);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        await FindAsync(token, ct);
        if (Subscription is not null)
        {
            await confirmSubscription.HandleAsync(Subscription, ct);
        }

        return Page();
    }

    private async Task FindAsync(string token, CancellationToken ct)
    {
        var id = links.ReadConfirm(token);
        Subscription = id is null ? null : await db.Subscriptions.SingleOrDefaultAsync(s => s.Id == id && s.Status != SubscriptionStatus.Unsubscribed, ct);
    }
}
