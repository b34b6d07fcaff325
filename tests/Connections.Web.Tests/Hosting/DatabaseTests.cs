using Connections.Data.Identity;
using Connections.Testing;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Tests.Hosting;

public abstract class DatabaseTests(HostFixture fixture)
{
    private ConnectionsHost Host => fixture.Host;

    [Fact]
    public async Task Instants_are_compared_and_ordered_by_the_database()
    {
        var noon = FixedClock.Noon;
        await Host.AddAsync(Link(noon.AddHours(1)), Link(noon.AddHours(-1).ToOffset(TimeSpan.FromHours(5))), Link(noon));

        var after = await Host.WithDataAsync(db => db.SignInLinks
            .Where(l => l.ExpiresAt >= noon).OrderBy(l => l.ExpiresAt).Select(l => l.ExpiresAt).ToListAsync());

        Assert.Equal([noon, noon.AddHours(1)], after);
    }

    [Fact]
    public async Task The_provider_is_the_one_the_class_names()
    {
        var provider = await Host.WithDataAsync(db => Task.FromResult(db.Database.ProviderName));

        Assert.Equal(this is DatabaseTestsOnSqlite ? "Microsoft.EntityFrameworkCore.Sqlite" : "Npgsql.EntityFrameworkCore.PostgreSQL", provider);
    }

    private static SignInLink Link(DateTimeOffset expiresAt) => new()
    {
        Id = Guid.CreateVersion7(),
        Email = "somebody@example.org",
        TokenHash = Guid.CreateVersion7().ToString("N"),
        CreatedAt = FixedClock.Noon,
        ExpiresAt = expiresAt,
    };
}

public sealed class DatabaseTestsOnSqlite(OnSqlite fixture) : DatabaseTests(fixture), IClassFixture<OnSqlite>;

public sealed class DatabaseTestsOnPostgreSql(OnPostgreSql fixture) : DatabaseTests(fixture), IClassFixture<OnPostgreSql>;
