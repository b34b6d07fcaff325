using Connections.Data;
using Connections.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Schema;

/// <summary>The model and its two sets of migrations stay together: <c>eng/add-migration.sh</c> adds to both.</summary>
public sealed class MigrationTests(OnSqlite sqlite, OnPostgreSql postgreSql) : IClassFixture<OnSqlite>, IClassFixture<OnPostgreSql>
{
    [Fact]
    public async Task Nothing_in_the_model_waits_for_a_migration()
    {
        await using var first = sqlite.Host.Services.CreateAsyncScope();
        await using var second = postgreSql.Host.Services.CreateAsyncScope();

        Assert.False(Context(first).Database.HasPendingModelChanges(), "The model has changed since the last SQLite migration: run eng/add-migration.sh NAME.");
        Assert.False(Context(second).Database.HasPendingModelChanges(), "The model has changed since the last PostgreSQL migration: run eng/add-migration.sh NAME.");
    }

    [Fact]
    public async Task Both_databases_have_the_same_migrations_in_the_same_order()
    {
        await using var first = sqlite.Host.Services.CreateAsyncScope();
        await using var second = postgreSql.Host.Services.CreateAsyncScope();

        var names = Names(Context(first));

        Assert.NotEmpty(names);
        Assert.Equal(names, Names(Context(second)));
    }

    private static ConnectionsDbContext Context(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<ConnectionsDbContext>();

    // A migration's id begins with the second it was made in.
    private static List<string> Names(ConnectionsDbContext db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]).ToList();
}
