using Connections.Testing.Databases;
using Xunit;

namespace Connections.Testing;

/// <summary>Starts one host for a class of tests and drops its database after them.</summary>
public abstract class HostFixture(DatabaseKind kind, SeedLevel seed, string pack = "scotland") : IAsyncLifetime
{
    private TestDatabase? database;
    private ConnectionsHost? host;

    public DatabaseKind Kind => kind;

    public ConnectionsHost Host => host ?? throw new InvalidOperationException("The host has not started.");

    public async ValueTask InitializeAsync()
    {
        database = await DatabaseTemplates.CopyAsync(kind, seed, pack);
        host = new ConnectionsHost(database, seed, pack);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>An empty site on SQLite.</summary>
public sealed class OnSqlite() : HostFixture(DatabaseKind.Sqlite, SeedLevel.Empty);

/// <summary>An empty site on PostgreSQL.</summary>
public sealed class OnPostgreSql() : HostFixture(DatabaseKind.PostgreSql, SeedLevel.Empty);

/// <summary>The demonstration site on SQLite.</summary>
public sealed class DemonstrationOnSqlite() : HostFixture(DatabaseKind.Sqlite, SeedLevel.Demonstration);

/// <summary>The demonstration site on PostgreSQL.</summary>
public sealed class DemonstrationOnPostgreSql() : HostFixture(DatabaseKind.PostgreSql, SeedLevel.Demonstration);

/// <summary>The other demonstration site, on SQLite.</summary>
public sealed class DemonstrationOfBristol() : HostFixture(DatabaseKind.Sqlite, SeedLevel.Demonstration, "bristol");
