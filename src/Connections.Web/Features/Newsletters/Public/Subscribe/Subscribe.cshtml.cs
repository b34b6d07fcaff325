using Connections.Data;
using Connections.Domain.Newsletters;
using Connections.Web.Security;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Newsletters.Public.Subscribe;

[EnableRateLimiting(RateLimits.Mail)]
public sealed class SubscribeModel(ConnectionsDbContext db, AskToSubscribe askToSubscribe, Site site, IStringLocalizer<NewslettersText> texts) : PageModel
{
    [BindProperty]
    public SubscribeInput Input { get; set; } = new();

    public LastLetter? Last { get; private set; }

    public async Task OnGetAsync(string? topic, string? country, CancellationToken ct)
    {
        Last = await LastLetter.FindAsync(db, ct);
        Input.Language = site.DefaultLanguage;
        Input.Frequency = Frequency.Monthly;
        Input.Topics = topic is null ? [] : [topic];
        Input.Countries = country is null ? [] : [country];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Last = await LastLetter.FindAsync(db, ct);
            return Page();
        }

        await askToSubscribe.HandleAsync(Input.Email!.Trim(), Input.ToChoices(), texts["Subscribe.Consent"], ct);
        return Redirect("/subscribe/check-your-mail");
    }
}
