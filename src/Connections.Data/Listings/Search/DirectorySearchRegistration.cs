using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Data.Listings.Search;

public static class DirectorySearchRegistration
{
    /// <summary>Adds the search. The caller registers <see cref="DirectoryNames"/>.</summary>
    public static IServiceCollection AddDirectorySearch(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryIndexSource>();
        services.AddSingleton<IInterceptor, ExpireDirectoryOnSave>();
        return services;
    }
}
