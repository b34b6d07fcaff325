using Connections.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

/// <summary>Saves, or says that somebody else saved in the meantime.</summary>
public static class StaleSave
{
    public static readonly Refusal Stale = new("Refusal.Stale");

    /// <returns>Refused where a row that was read has been changed since; then nothing is stored.</returns>
    public static async Task<Outcome> SaveUnlessStaleAsync(this ConnectionsDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Stale);
        }
    }
}
