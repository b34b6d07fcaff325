using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Data;

/// <summary>Begins to build the model before the host needs it. The provider keeps what it built for every context with the
/// same settings in this process, so the host's own contexts find it ready, or wait for the rest of it.</summary>
public static class EarlyModel
{
    public static void Begin(string? connectionString) => _ = Task.Run(() => Build(connectionString));

    private static void Build(string? connectionString)
    {
        using var services = new ServiceCollection().Configure<IdentityOptions>(DataRegistration.ConfigureIdentitySchema).BuildServiceProvider();
        using ConnectionsDbContext db = DataRegistration.IsPostgreSql(connectionString)
            ? new PostgreSqlConnectionsDbContext(new DbContextOptionsBuilder<PostgreSqlConnectionsDbContext>().UseNpgsql(connectionString).UseApplicationServiceProvider(services).Options)
            : new SqliteConnectionsDbContext(new DbContextOptionsBuilder<SqliteConnectionsDbContext>().UseSqlite(connectionString).UseApplicationServiceProvider(services).Options);
        _ = db.Model;
    }
}
