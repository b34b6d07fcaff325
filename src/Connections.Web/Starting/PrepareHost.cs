using Connections.Data;
using Connections.Web.Sites;
using Microsoft.Data.Sqlite;

namespace Connections.Web.Starting;

/// <summary>Makes ready what requests lean on: the folder of the database, its schema, and in a fresh one the site pack.</summary>
internal static class PrepareHost
{
    public static async Task PrepareAsync(this WebApplication app, bool importsPack, CancellationToken ct = default)
    {
        var connection = app.Configuration.GetConnectionString("Default");
        if (!DataRegistration.IsPostgreSql(connection) && Path.GetDirectoryName(new SqliteConnectionStringBuilder(connection).DataSource) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var scope = app.Services.CreateAsyncScope();
        var setup = scope.ServiceProvider.GetRequiredService<DatabaseSetup>();
        await setup.HandleAsync(ct);
        if (importsPack && app.Configuration.GetValue("Site:ImportAtStart", defaultValue: false))
        {
            await setup.ImportAsync(app.Services.GetRequiredService<SitePack>().Folder, ct);
        }
    }
}
