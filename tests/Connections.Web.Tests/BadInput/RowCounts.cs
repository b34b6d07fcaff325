using Connections.Testing;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.BadInput;

/// <summary>How many rows each table has and how often its versions have risen: equal before and after means that nothing was stored.</summary>
public static class RowCounts
{
    // Made by the framework when a cookie or token is first needed, whatever the page.
    private static readonly string[] NotCounted = ["DataProtectionKeys"];

    public static Task<SortedDictionary<string, string>> OfAsync(ConnectionsHost host) =>
        host.WithDataAsync(async db =>
        {
            var counts = new SortedDictionary<string, string>(StringComparer.Ordinal);
            var tables = db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null).GroupBy(e => e.GetTableName()!);
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            foreach (var table in tables.Where(t => !NotCounted.Contains(t.Key)))
            {
                var version = table.Any(e => e.FindProperty("Version") is not null) ? """, coalesce(sum("Version"), 0)""" : ", 0";
                command.CommandText = $"select count(*) {version} from \"{table.Key}\"";
                await using var reader = await command.ExecuteReaderAsync();
                await reader.ReadAsync();
                counts[table.Key] = $"{reader.GetValue(0)} rows, versions {reader.GetValue(1)}";
            }

            return counts;
        });

    public static string Difference(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        string.Join(", ", after.Where(a => before[a.Key] != a.Value).Select(a => $"{a.Key}: {before[a.Key]} became {a.Value}"));
}
