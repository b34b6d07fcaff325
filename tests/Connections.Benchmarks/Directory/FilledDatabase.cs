using Connections.Data;
using Connections.Domain.Directory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Benchmarks.Directory;

/// <summary>A database with the synthetic directory in it, made by the portal's own set-up.</summary>
internal static class FilledDatabase
{
    public static async Task CreateAsync(string connectionString)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Default", connectionString)]).Build();
        await using var services = Services(configuration);
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().HandleAsync(default);
        }

        var now = DateTimeOffset.UtcNow;
        foreach (var batch in SyntheticDirectory.Listings(now).Chunk(2000))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ConnectionsDbContext>();
            db.Organisations.AddRange(batch.Select(l => new Organisation(l.OrganisationId, l.Content.Name, now, isDemonstration: true)));
            db.Listings.AddRange(batch);
            await db.SaveChangesAsync();
        }
    }

    public static ServiceProvider Services(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddData(configuration);
        return services.BuildServiceProvider();
    }
}
