using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

/// <summary>PostgreSQL: several nodes. The audit chain is extended under a transaction-scoped advisory lock.</summary>
public sealed class PostgreSqlConnectionsDbContext(DbContextOptions<PostgreSqlConnectionsDbContext> options) : ConnectionsDbContext(options)
{
    private const long AuditChainLock = 0x434F4E4E41554449; // "CONNAUDI"

    protected override Task LockAuditChainAsync(CancellationToken ct) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({AuditChainLock})", ct);
}
