using Connections.Data;
using Connections.Data.Mail;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Mail;

/// <summary>Removes mail that has long left the outbox: its words are about people, and are kept no longer than a
/// question about a delivery is likely.</summary>
public sealed class ForgetOldMail(ConnectionsDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task<int> HandleAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.OutboxMails.Where(m => m.Status != OutboxMailStatus.Waiting && m.CreatedAt < before).ExecuteDeleteAsync(ct);
    }
}
