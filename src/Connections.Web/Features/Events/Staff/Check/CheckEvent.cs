using Connections.Data;
using Connections.Data.Audit;
using Connections.Domain.Events;
using Connections.Domain.Shared;
using Connections.Web.Features.Events.Emails;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Events.Staff.Check;

/// <summary>Publishes an event that was shared, or sends it back with the reason; the organiser is told either way.</summary>
public sealed class CheckEvent(ConnectionsDbContext db, IMailQueue mail, AuditTrail audit, ISiteLinks links, TimeProvider clock)
{
    /// <param name="version">Of the event as it was read; one changed since is not decided on.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the event meanwhile.</exception>
    public Task<Outcome> PublishAsync(Event found, int version, CancellationToken ct) =>
        DecideAsync(found, version, found.Publish(clock.GetUtcNow()), "events.publish", null, ct);

    /// <inheritdoc cref="PublishAsync"/>
    public Task<Outcome> ReturnAsync(Event found, int version, string? reason, CancellationToken ct) =>
        DecideAsync(found, version, found.Return(reason ?? "", clock.GetUtcNow()), "events.return", reason, ct);

    private async Task<Outcome> DecideAsync(Event found, int version, Outcome outcome, string action, string? reason, CancellationToken ct)
    {
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        db.Entry(found).Property(e => e.Version).OriginalValue = version;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (found.Status is EventStatus.Published)
        {
            // Of a published event that changed, the times are laid out anew.
            await db.EventOccurrences.Where(o => o.EventId == found.Id).ExecuteDeleteAsync(ct);
            db.EventOccurrences.AddRange(found.Times(clock.GetUtcNow()));
        }

        await TellOrganiserAsync(found, ct);
        audit.Record(action, $"event:{found.Id}", reason, after: new { found.Wanted.Title });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }

    private async Task TellOrganiserAsync(Event found, CancellationToken ct)
    {
        if (found.SharedBy is not { } account ||
            await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == account.Value, ct) is not { Email: { } address } person)
        {
            return;
        }

        var to = new MailRecipient(address, person.Language);
        await (found.Status is EventStatus.Published
            ? mail.AddAsync(new EventPublishedEmail(found.Details.Title, links.Absolute($"/events/{found.Slug}")), to, ct)
            : mail.AddAsync(new EventReturnedEmail(found.Wanted.Title, found.StatusReason!, links.Absolute($"/your-events/share/{found.Id}")), to, ct));
    }
}
