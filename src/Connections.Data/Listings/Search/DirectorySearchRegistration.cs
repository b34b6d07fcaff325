using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Data.Listings.Search;

public static class DirectorySearchRegistration
{
    /// <summary>Adds the search. The caller registers <see cref="DirectoryNames"/>.</summary>
    public static IServiceCollection AddDirectorySearch(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryIndexSource>();
        services.AddSingleton<ExpireDirectoryOnSave>();
        services.ConfigureDbContext<SqliteConnectionsDbContext>(Intercept);
        services.ConfigureDbContext<PostgreSqlConnectionsDbContext>(Intercept);
        return services;
    }

    private static void Intercept(IServiceProvider provider, DbContextOptionsBuilder options) =>
        options.AddInterceptors(provider.GetRequiredService<ExpireDirectoryOnSave>());
}
