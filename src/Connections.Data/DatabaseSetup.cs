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

        // Asked first, because migrating compares the whole model with the last migration even where there is nothing to do.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await db.Database.MigrateAsync(ct);
        }

        await RunScriptsAsync(ct);
    }

    /// <summary>Runs what the model cannot say (triggers): the embedded scripts of this provider, each safe to run again.</summary>
    private async Task RunScriptsAsync(CancellationToken ct)
    {
        var ending = db.Database.IsSqlite() ? ".sqlite.sql" : ".postgresql.sql";
        var assembly = typeof(DatabaseSetup).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            await db.Database.ExecuteSqlRawAsync(await reader.ReadToEndAsync(ct), ct);
        }
    }
}
