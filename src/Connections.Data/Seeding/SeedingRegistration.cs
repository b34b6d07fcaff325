using Microsoft.Extensions.DependencyInjection;

namespace Connections.Data.Seeding;

public static class SeedingRegistration
{
    /// <summary>Adds the import of site packs with every <see cref="ISeedImport"/> of this assembly.</summary>
    public static IServiceCollection AddSeeding(this IServiceCollection services)
    {
        services.AddScoped<ImportPack>();
        foreach (var import in typeof(ISeedImport).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISeedImport))))
        {
            services.AddScoped(typeof(ISeedImport), import);
        }

        return services;
    }
}
