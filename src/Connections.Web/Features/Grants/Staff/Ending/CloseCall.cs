using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Ending;

/// <summary>Ends an open call before its time. Drafts stay as they are and can no longer be sent; those who wrote them are told.</summary>
public sealed class CloseCall(ConnectionsDbContext db, AuditTrail audit, IMailQueue mail, ISiteLinks links, TimeProvider clock)
{
    /// <param name="version">Of the call as it was read.</param>
    public async Task<Outcome> HandleAsync(Call call, int version, string? reason, CancellationToken ct)
    {
        var before = call.ClosesAt;
        var outcome = call.CloseEarly(reason ?? "", clock.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        db.Entry(call).Property(c => c.Version).OriginalValue = version;
        audit.Record("grants.close", $"call:{call.Id}", reason!.Trim(), before: new { ClosesAt = before }, after: new { call.ClosesAt });
        var writing = await db.Applications.Where(a => a.CallId == call.Id && a.Status == ApplicationStatus.Draft).Select(a => new { a.Id, a.AccountId }).ToListAsync(ct);
        var people = await People.OfAsync(db, writing.Select(a => a.AccountId), ct);
        foreach (var draft in writing.Where(a => people.ContainsKey(a.AccountId)))
        {
            await mail.AddAsync(new CallClosedEarlyEmail(call.Name, reason.Trim(), links.Absolute(GrantsLinks.Application(draft.Id))), people[draft.AccountId].Recipient, ct);
        }

        return await db.SaveUnlessStaleAsync(ct);
    }
}
