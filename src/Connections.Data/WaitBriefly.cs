using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Connections.Data;

/// <summary>Lets SQLite itself wait for another writer, from a millisecond upwards. Without it the provider tries again only
/// after 150 ms, so two people who save at the same moment would see half a second go by.</summary>
internal sealed class WaitBriefly : DbConnectionInterceptor
{
    private const int LongestMilliseconds = 5000;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Wait(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wait(connection);
        return Task.CompletedTask;
    }

    private static void Wait(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            raw.sqlite3_busy_timeout(handle, LongestMilliseconds);
        }
    }
}
