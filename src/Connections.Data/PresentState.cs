using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Connections.Data;

/// <summary>What a database has already, asked in plain SQL. Where the question itself fails (no database, no such table) the
/// answer is no, and whoever makes it ready meets the failure, if it is one, with its full reason.</summary>
internal static class PresentState
{
    /// <summary>Whether every migration of this program for this provider has been applied.</summary>
    public static async Task<bool> HasSchemaAsync(DbConnection connection, CancellationToken ct)
    {
        var applied = await NamesAsync(connection, """select "MigrationId" from "__EFMigrationsHistory" """, ct);
        return applied.IsSupersetOf(Migrations(connection is NpgsqlConnection ? typeof(PostgreSqlConnectionsDbContext) : typeof(SqliteConnectionsDbContext)));
    }

    public static async Task<bool> HasPackAsync(DbConnection connection, string name, CancellationToken ct) =>
        (await NamesAsync(connection, """select "Name" from "ImportedPacks" """, ct)).Contains(name);

    private static IEnumerable<string> Migrations(Type context) =>
        typeof(PresentState).Assembly.GetTypes()
            .Where(t => t.BaseType == typeof(Migration) && t.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()!.Id);

    private static async Task<HashSet<string>> NamesAsync(DbConnection connection, string question, CancellationToken ct)
    {
        try
        {
            return [.. await PlainSql.ReadAsync(connection, question, ct)];
        }
        catch (DbException)
        {
            return [];
        }
    }
}
