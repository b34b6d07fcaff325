using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Reminding;

/// <summary>Writes to every reviewer who still owes a review, once in a day at most.</summary>
public sealed class RemindReviewers(ConnectionsDbContext db, AuditTrail audit, IMailQueue mail, ISiteLinks links, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(CallProgress progress, CancellationToken ct)
    {
        var call = progress.Call;
        if (call is not { Status: CallStatus.Closed, ReviewingEndedAt: null })
        {
            return Outcome.Refused(CallRefusals.ReviewingOver);
        }

        var now = clock.GetUtcNow();
        var members = await db.PanelMembers.Where(m => m.CallId == call.Id).ToDictionaryAsync(m => m.Id, ct);
        var reminded = new List<int>();
        foreach (var owing in progress.Reviewers.Where(r => r is { Left: > 0, Person: not null }))
        {
            if (members[owing.Member.Id].Remind(now).Succeeded)
            {
                reminded.Add(owing.Member.Number);
                await mail.AddAsync(new ReviewsReminderEmail(call.Name, owing.Left, call.Terms.ReviewUntil, links.Absolute(StaffGrantsLinks.Pile(call.Slug))), owing.Person!.Recipient, ct);
            }
        }

        if (reminded.Count == 0)
        {
            return Outcome.Refused(CallRefusals.RemindedToday);
        }

        audit.Record("grants.remind", $"call:{call.Id}", after: new { Reviewers = reminded });
        await db.SaveChangesAsync(ct);
        return Outcome.Done;
    }
}
