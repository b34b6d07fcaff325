using Microsoft.EntityFrameworkCore;

namespace Connections.Data;

/// <summary>SQLite: one node, one file. A transaction of this provider takes the only write lock when it begins, so the
/// audit chain needs no lock of its own.</summary>
public sealed class SqliteConnectionsDbContext(DbContextOptions<SqliteConnectionsDbContext> options) : ConnectionsDbContext(options)
{
    protected override Task LockAuditChainAsync(CancellationToken ct) => Task.CompletedTask;
}
