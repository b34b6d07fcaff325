using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Connections.Data;

/// <summary>The few questions of a start in plain SQL: EF's model takes most of a second to build, and what needs none of it
/// need not wait for it.</summary>
internal static class PlainSql
{
    /// <summary>A connection to the site's database, not yet open.</summary>
    public static DbConnection Connection(IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("Default");
        return DataRegistration.IsPostgreSql(connectionString) ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
    }

    public static async Task ExecuteAsync(DbConnection connection, string statement, CancellationToken ct)
    {
        await OpenAsync(connection, ct);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The first column of every row, as text.</summary>
    public static async Task<List<string>> ReadAsync(DbConnection connection, string question, CancellationToken ct)
    {
        await OpenAsync(connection, ct);
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static Task OpenAsync(DbConnection connection, CancellationToken ct) =>
        connection.State == ConnectionState.Open ? Task.CompletedTask : connection.OpenAsync(ct);
}
