using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Reviewing;

/// <summary>Takes an application off the pile of a reviewer who is tied to it, for good, and tells the fund managers.</summary>
public sealed class DeclareConflict(ConnectionsDbContext db, AuditTrail audit, IMailQueue mail, ISiteLinks links, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(ReviewersPile pile, PileRow row, string? reason, CancellationToken ct)
    {
        if (!pile.IsOpen)
        {
            return Outcome.Refused(CallRefusals.ReviewingOver);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused(CallRefusals.ReasonMissing);
        }

        var now = clock.GetUtcNow();
        var assignment = await db.ReviewAssignments.SingleAsync(a => a.Id == row.Assignment, ct);
        var outcome = assignment.Release(reason.Trim(), now);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        var member = pile.Member;
        if (!await db.ConflictsOfInterest.AnyAsync(c => c.ApplicationId == row.Application && c.PanelMemberId == member.Id, ct))
        {
            db.ConflictsOfInterest.Add(new ConflictOfInterest(ConflictId.New(), row.Application, member.Id, ConflictKind.Declared, reason.Trim(), now));
        }

        audit.Record("grants.conflict", $"application:{row.Application}", reason.Trim(), after: new { row.Reference, Reviewer = member.Number });
        foreach (var to in await FundManagers.ListAsync(db, ct))
        {
            await mail.AddAsync(new ConflictDeclaredEmail(pile.Call.Name, row.Reference, member.Number, reason.Trim(), links.Absolute(StaffGrantsLinks.Assign(pile.Call.Slug))), to, ct);
        }

        await db.SaveChangesAsync(ct);
        return Outcome.Done;
    }
}
