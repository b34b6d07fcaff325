using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Staff.Reading;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Staff.Publishing;

/// <summary>Makes the results public: decisions, awards, letters to every applicant and the audit entry in one save.</summary>
public sealed class PublishResults(ConnectionsDbContext db, AuditTrail audit, IMailQueue mail, Letters letters, Site site, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(CallId id, CancellationToken ct)
    {
        var call = await db.Calls.SingleAsync(c => c.Id == id, ct);
        var applications = await db.Applications.Where(a => a.CallId == id && a.Status == ApplicationStatus.Submitted).OrderBy(a => a.Reference).ToListAsync(ct);
        var decisions = await db.Decisions.Where(d => d.CallId == id).ToDictionaryAsync(d => d.ApplicationId, ct);
        if (call is { Status: CallStatus.Closed, DecisionsRecordedAt: null })
        {
            return Outcome.Refused(CallRefusals.DecisionsNotRecorded);
        }

        var now = clock.GetUtcNow();
        var outcome = call.PublishResults(applications.Count(a => !decisions.ContainsKey(a.Id)), now);
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        var people = await People.OfAsync(db, applications.Select(a => a.AccountId), ct);
        var awards = 0;
        foreach (var application in applications)
        {
            var decision = decisions[application.Id];
            decision.Publish(now);
            application.MarkDecided();
            if (decision.Kind is DecisionKind.Award)
            {
                var reference = Award.WriteReference(call.ReferencePrefix, ++awards);
                db.Awards.Add(Award.From(new AwardId(Guid.CreateVersion7(now)), application, decision, now, reference, site.DefaultLanguage));
            }

            if (people.TryGetValue(application.AccountId, out var applicant))
            {
                await mail.AddAsync(letters.For(call, application, decision), applicant.Recipient, ct);
            }
        }

        audit.Record("grants.publish", $"call:{id}", after: new { Applications = applications.Count, Awards = awards, AwardedMinor = decisions.Values.Sum(d => d.AmountMinor ?? 0) });
        return await db.SaveUnlessStaleAsync(ct);
    }
}
