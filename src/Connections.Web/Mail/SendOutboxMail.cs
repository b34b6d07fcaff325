using Connections.Adapters.Mail;
using Connections.Data;
using Connections.Data.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Mail;

/// <summary>Hands the mail that is due to the relay, batch by batch, and writes down what came of each.</summary>
/// <remarks>A batch is claimed before it is sent, so two senders never hold the same mail. A sender that dies after the
/// relay took a mail and before that is written down leaves a claim that runs out, and the mail is sent again: at least
/// once, with the same Message-ID, by which a mail program tells the second as a copy.</remarks>
public sealed class SendOutboxMail(
    ConnectionsDbContext db, IMailSender sender, IEnumerable<IMailHold> holds, RetrySchedule retry, Site site, TimeProvider clock)
{
    private const int BatchSize = 200;
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(5);

    /// <returns>How many mails were handed over or given a new time.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var handled = 0;
        while (!ct.IsCancellationRequested && await ClaimAsync(ct) is { Count: > 0 } claimed)
        {
            await SendAsync(claimed, ct);
            handled += claimed.Count;
        }

        return handled;
    }

    private async Task<List<OutboxMail>> ClaimAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.OutboxMails.AsNoTracking()
            .Where(m => m.Status == OutboxMailStatus.Waiting && m.NextAttemptAt <= now)
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .Select(m => m.Id).Take(BatchSize).ToListAsync(ct);
        if (due.Count == 0)
        {
            return [];
        }

        var claim = Guid.NewGuid();
        await db.OutboxMails
            .Where(m => due.Contains(m.Id) && m.Status == OutboxMailStatus.Waiting && m.NextAttemptAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedBy, claim).SetProperty(m => m.NextAttemptAt, now + ClaimLasts), ct);
        return await db.OutboxMails.Where(m => m.ClaimedBy == claim).OrderBy(m => m.Id).ToListAsync(ct);
    }

    private async Task SendAsync(List<OutboxMail> claimed, CancellationToken ct)
    {
        var ready = new List<(OutboxMail Row, OutgoingMail Mail)>(claimed.Count);
        foreach (var row in await WantedAsync(claimed, ct))
        {
            try
            {
                ready.Add((row, OutgoingMailOf.Row(row, site)));
            }
            catch (MailFormatException e)
            {
                Write(row, MailOutcome.Refused(e.Message));
            }
        }

        var outcomes = await sender.SendAsync([.. ready.Select(r => r.Mail)], ct);
        foreach (var ((row, _), outcome) in ready.Zip(outcomes))
        {
            Write(row, outcome);
        }

        // What the relay has taken is written down even while the host is stopping.
        await SaveAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>Takes out what is not wanted any more.</summary>
    private async Task<List<OutboxMail>> WantedAsync(List<OutboxMail> claimed, CancellationToken ct)
    {
        foreach (var hold in holds)
        {
            var not = await hold.NotWantedAsync(claimed, ct);
            db.OutboxMails.RemoveRange(claimed.Where(m => not.Contains(m.Id)));
            claimed = claimed.FindAll(m => !not.Contains(m.Id));
        }

        return claimed;
    }

    /// <summary>A mail whose owner was erased while it was on its way has no row any more; what became of the others is kept all the same.</summary>
    private async Task SaveAsync()
    {
        while (true)
        {
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (DbUpdateConcurrencyException e)
            {
                foreach (var gone in e.Entries)
                {
                    gone.State = EntityState.Detached;
                }
            }
        }
    }

    private void Write(OutboxMail row, MailOutcome outcome)
    {
        var now = clock.GetUtcNow();
        row.ClaimedBy = null;
        row.Attempts++;
        row.LastReply = outcome.Reason.Length == 0 ? null : outcome.Reason[..Math.Min(outcome.Reason.Length, 1000)];
        switch (outcome.Status)
        {
            case MailStatus.Sent:
                row.Status = OutboxMailStatus.Sent;
                row.SentAt = now;
                break;
            case MailStatus.Refused:
                row.Status = OutboxMailStatus.Refused;
                break;
            case MailStatus.Deferred when retry.WaitAfter(row.Attempts, row.Id.GetHashCode()) is { } wait:
                row.NextAttemptAt = now + wait;
                break;
            case MailStatus.Deferred:
                row.Status = OutboxMailStatus.GivenUp;
                break;
        }
    }
}
