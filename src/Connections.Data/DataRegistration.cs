using Connections.Data.Audit;
using Connections.Data.Keys;
using Connections.Data.Seeding;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connections.Data;

public static class DataRegistration
{
    private static readonly WaitBriefly Patience = new();

    /// <summary>Adds the context for the provider that the connection string <c>Default</c> names: one that starts with
    /// <c>Host=</c> is PostgreSQL, any other is SQLite.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        // Read when first used, so that a test host may set the connection string late.
        static string Connection(IServiceProvider provider) =>
            provider.GetRequiredService<IConfiguration>().GetConnectionString("Default")
            ?? throw new InvalidOperationException("ConnectionStrings:Default is not set.");

        if (IsPostgreSql(configuration.GetConnectionString("Default")))
        {
            services.AddDbContext<ConnectionsDbContext, PostgreSqlConnectionsDbContext>((provider, options) => options.UseNpgsql(Connection(provider)).AddInterceptors(provider.GetServices<IInterceptor>()), optionsLifetime: ServiceLifetime.Singleton);
        }
        else
        {
            services.AddDbContext<ConnectionsDbContext, SqliteConnectionsDbContext>((provider, options) => options.UseSqlite(Connection(provider)).AddInterceptors(provider.GetServices<IInterceptor>()).AddInterceptors(Patience), optionsLifetime: ServiceLifetime.Singleton);
        }

        services.Configure<IdentityOptions>(ConfigureIdentitySchema);
        services.AddScoped<AuditTrail>();
        services.AddScoped<VerifyAuditChain>();
        services.AddScoped<DatabaseSetup>();
        services.AddSeeding();
        services.AddDataProtection().SetApplicationName("Connections");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new DatabaseKeyRepository(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IServiceScopeFactory>())));
        return services;
    }

    public static bool IsPostgreSql(string? connectionString) =>
        connectionString?.StartsWith("Host=", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Version 3 has the passkey table; Identity's context reads it from these options when the model is built.</summary>
    public static void ConfigureIdentitySchema(IdentityOptions options) =>
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}
