using Microsoft.Data.Sqlite;

namespace Connections.Testing.Databases;

/// <summary>One file in a temporary folder.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly string file;

    private SqliteDatabase(string file) => this.file = file;

    public override string ConnectionString => $"Data Source={file};Foreign Keys=True;Default Timeout=30";

    public static Task<SqliteDatabase> CreateAsync() => Task.FromResult(new SqliteDatabase(NewFile()));

    /// <summary>Copies another database while nobody writes to it.</summary>
    public static async Task<SqliteDatabase> CopyAsync(SqliteDatabase template)
    {
        var copy = NewFile();
        await using var connection = new SqliteConnection($"Data Source={template.file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "vacuum into $copy";
        command.Parameters.AddWithValue("$copy", copy);
        await command.ExecuteNonQueryAsync();
        return new SqliteDatabase(copy);
    }

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + suffix);
        }

        return ValueTask.CompletedTask;
    }

    private static string NewFile() => Path.Combine(TemporaryFolder.OfThisRun, $"{Guid.NewGuid():N}.db");
}
