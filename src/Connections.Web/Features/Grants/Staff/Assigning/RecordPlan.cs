using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Calls;
using Connections.Domain.Shared;
using Connections.Web.Features.Grants.Emails;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Grants.Staff.Assigning;

/// <summary>Gives the planned applications to the reviewers, records the conflicts that were found, and tells the reviewers.</summary>
public sealed class RecordPlan(
    ConnectionsDbContext db, AuditTrail audit, IMailQueue mail, ISiteLinks links, IStringLocalizer<GrantsStaffText> texts, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(ReviewerPlan plan, CancellationToken ct)
    {
        var facts = plan.Facts;
        var now = clock.GetUtcNow();
        var loads = facts.Members.ToDictionary(m => m.Id, m => facts.Given.Count(g => g.Item2 == m.Id));
        foreach (var pair in plan.New)
        {
            var inConflict = facts.Forbidden.Contains((pair.Application.Id, pair.Member.Id));
            var (assignment, outcome) = ReviewAssignment.Give(AssignmentId.New(), pair.Application, pair.Member, inConflict, loads[pair.Member.Id]++, now);
            if (assignment is null)
            {
                return outcome;
            }

            db.ReviewAssignments.Add(assignment);
        }

        foreach (var conflict in facts.Conflicts.Where(c => c.Found is not null))
        {
            db.ConflictsOfInterest.Add(new ConflictOfInterest(
                ConflictId.New(), conflict.Application.Id, conflict.Member.Id, ConflictKind.Detected, texts[$"Conflict.{conflict.Found}"], now));
        }

        audit.Record("grants.assign", $"call:{facts.Call.Id}", after: new { Pairs = plan.New.Select(p => $"{p.Application.Reference}/{p.Member.Number}"), plan.Seal });
        await TellReviewersAsync(plan, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // Somebody recorded a plan at the same moment: a pair is given once only.
            return Outcome.Refused(StaleSave.Stale);
        }
    }

    private async Task TellReviewersAsync(ReviewerPlan plan, CancellationToken ct)
    {
        var call = plan.Facts.Call;
        foreach (var pile in plan.New.GroupBy(p => p.Member))
        {
            if (plan.Facts.People.TryGetValue(pile.Key.AccountId, out var person))
            {
                await mail.AddAsync(new ReviewsGivenEmail(call.Name, pile.Count(), call.Terms.ReviewUntil, links.Absolute(StaffGrantsLinks.Pile(call.Slug))), person.Recipient, ct);
            }
        }
    }
}
