using System.Data.Common;
using Connections.Data.Seeding;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Connections.Data;

/// <summary>Brings the database to the current schema when the host starts. What is there already is asked in plain SQL: the model
/// takes most of a second to build, and a start that finds everything in place need not wait for it.</summary>
public sealed class DatabaseSetup(IConfiguration configuration, IServiceProvider services)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        await using var connection = PlainSql.Connection(configuration);
        if (connection is SqliteConnection)
        {
            await PlainSql.ExecuteAsync(connection, "pragma journal_mode = wal", ct);
        }

        if (!await PresentState.HasSchemaAsync(connection, ct))
        {
            await services.GetRequiredService<ConnectionsDbContext>().Database.MigrateAsync(ct);
        }

        await RunScriptsAsync(connection, ct);
    }

    /// <summary>Imports the site pack in this folder where it has not been imported.</summary>
    public async Task ImportAsync(string packFolder, CancellationToken ct)
    {
        await using var connection = PlainSql.Connection(configuration);
        if (!await PresentState.HasPackAsync(connection, SeedFile.PackName(packFolder), ct))
        {
            await services.GetRequiredService<ImportPack>().HandleAsync(packFolder, ct);
        }
    }

    /// <summary>Runs what the model cannot say (triggers): the embedded scripts of this provider, each safe to run again.</summary>
    private static async Task RunScriptsAsync(DbConnection connection, CancellationToken ct)
    {
        var ending = connection is NpgsqlConnection ? ".postgresql.sql" : ".sqlite.sql";
        var assembly = typeof(DatabaseSetup).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            await PlainSql.ExecuteAsync(connection, await reader.ReadToEndAsync(ct), ct);
        }
    }
}
