using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

/// <summary>Brings the database to the current schema when the host starts.</summary>
public sealed class DatabaseSetup(ConnectionsDbContext db)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.OpenConnectionAsync(ct);
            await db.Database.ExecuteSqlRawAsync("pragma journal_mode = wal", ct);
            await db.Database.CloseConnectionAsync();
        }

        if (db.Database.GetMigrations().Any())
        {
            await db.Database.MigrateAsync(ct);
        }
        else
        {
            await db.Database.EnsureCreatedAsync(ct);
        }
    }
}
