using System.Collections.Concurrent;

namespace Connections.Testing.Databases;

/// <summary>Databases as a host leaves them after its first start, made once a run and copied for every class of tests.</summary>
internal static class DatabaseTemplates
{
    private static readonly ConcurrentDictionary<(DatabaseKind, SeedLevel, string), Lazy<Task<TestDatabase>>> Templates = new();

    public static async Task<TestDatabase> CopyAsync(DatabaseKind kind, SeedLevel seed, string pack) =>
        await Templates.GetOrAdd((kind, seed, pack), _ => new Lazy<Task<TestDatabase>>(() => MakeAsync(kind, seed, pack))).Value switch
        {
            SqliteDatabase template => await SqliteDatabase.CopyAsync(template),
            PostgreSqlDatabase template => await PostgreSqlDatabase.CopyAsync(template),
            var other => throw new InvalidOperationException($"Cannot copy a {other.GetType().Name}."),
        };

    private static async Task<TestDatabase> MakeAsync(DatabaseKind kind, SeedLevel seed, string pack)
    {
        TestDatabase database = kind is DatabaseKind.Sqlite ? await SqliteDatabase.CreateAsync() : await PostgreSqlDatabase.CreateAsync();
        await using var host = new ConnectionsHost(database, seed, pack);
        _ = host.Server;
        return database;
    }
}
