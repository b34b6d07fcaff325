using Npgsql;

namespace Connections.Testing.Databases;

/// <summary>One database of the server that <c>CONNECTIONS_TEST_POSTGRESQL</c> names.</summary>
public sealed class PostgreSqlDatabase : TestDatabase
{
    private const string Variable = "CONNECTIONS_TEST_POSTGRESQL";

    // "create database … template" needs the template to itself, so copies are made one after the other.
    private static readonly SemaphoreSlim Copying = new(1);

    private readonly string name;

    private PostgreSqlDatabase(string name) => this.name = name;

    public override string ConnectionString =>
        new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    private static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException(
            $"{Variable} is not set: the tests of this class need a PostgreSQL server. Run them with eng/test.sh, or start one with: eval \"$(eng/postgresql.sh start)\"");

    public static async Task<PostgreSqlDatabase> CreateAsync()
    {
        var database = new PostgreSqlDatabase(NewName());
        await ExecuteAsync($"create database {database.name}");
        return database;
    }

    /// <summary>Copies another database that nobody is connected to.</summary>
    public static async Task<PostgreSqlDatabase> CopyAsync(PostgreSqlDatabase template)
    {
        await Copying.WaitAsync();
        try
        {
            var copy = new PostgreSqlDatabase(NewName());
            template.ClosePool();
            await ExecuteAsync($"create database {copy.name} template {template.name}");
            return copy;
        }
        finally
        {
            Copying.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        ClosePool();
        await ExecuteAsync($"drop database if exists {name} with (force)");
    }

    private static string NewName() => $"test_{Guid.NewGuid():N}";

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private void ClosePool()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }
}
