using Connections.Data;
using Connections.Data.Seeding;
using Connections.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Hosting;

/// <summary>A start that finds everything in place asks in plain SQL and needs neither the model nor an import; one that does not,
/// asks for them. Services without a context and without an import tell the two apart.</summary>
public abstract class SecondStartTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task What_is_in_place_is_left_alone_and_what_is_missing_is_asked_for()
    {
        await host.WithDataAsync(async db =>
        {
            db.ImportedPacks.Add(new ImportedPack { Name = "here", ImportedAt = host.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });
        await using var nothing = new ServiceCollection().BuildServiceProvider();
        var setup = new DatabaseSetup(host.Services.GetRequiredService<IConfiguration>(), nothing);

        await setup.HandleAsync(CancellationToken.None);
        await setup.ImportAsync("/packs/here", CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => setup.ImportAsync("/packs/elsewhere", CancellationToken.None));

        await host.WithDataAsync(db => db.Database.ExecuteSqlAsync($"""update "__EFMigrationsHistory" set "MigrationId" = 'older'"""));
        await Assert.ThrowsAsync<InvalidOperationException>(() => setup.HandleAsync(CancellationToken.None));
    }
}

public sealed class SecondStartTestsOnSqlite(OnSqlite fixture) : SecondStartTests(fixture), IClassFixture<OnSqlite>;

public sealed class SecondStartTestsOnPostgreSql(OnPostgreSql fixture) : SecondStartTests(fixture), IClassFixture<OnPostgreSql>;
