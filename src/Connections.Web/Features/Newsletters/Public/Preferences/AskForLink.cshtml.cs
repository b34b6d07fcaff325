using System.ComponentModel.DataAnnotations;
using Connections.Data;
using Connections.Domain.Newsletters;
using Connections.Web.Features.Newsletters.Emails;
using Connections.Web.Mail;
using Connections.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Newsletters.Public.Preferences;

/// <summary>Sends the link to one's choices. The answer is the same whether the address is known or not.</summary>
[EnableRateLimiting(RateLimits.Mail)]
public sealed class AskForLinkModel(ConnectionsDbContext db, IMailQueue mail, SubscriptionLinks links) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Error.EmailMissing"), StringLength(254, ErrorMessage = "Error.EmailWrong"), EmailAddress(ErrorMessage = "Error.EmailWrong")]
    public string? Email { get; set; }

    public bool IsSent { get; private set; }

    public void OnGet(bool sent) => IsSent = sent;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var normalised = Subscription.Normalise(Email!);
        if (await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.NormalisedEmail == normalised, ct) is { } known)
        {
            await mail.AddAsync(new PreferencesLinkEmail(links.Preferences(known.Id)), new MailRecipient(known.Email, known.Language), ct);
            await db.SaveChangesAsync(ct);
        }

        return Redirect("/preferences?sent=true");
    }
}
