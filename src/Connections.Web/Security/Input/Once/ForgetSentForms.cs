using Connections.Data;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Security.Input.Once;

/// <summary>Removes what tells a form that is sent again: nobody goes back to a page a week later and presses its button.</summary>
public sealed class ForgetSentForms(ConnectionsDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Task<int> HandleAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.SentForms.Where(f => f.SentAt < before).ExecuteDeleteAsync(ct);
    }
}
