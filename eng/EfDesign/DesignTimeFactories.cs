using Connections.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.EfDesign;

/// <summary>Gives Identity's options to the model, which decide whether it has the passkey table.</summary>
internal static class Design
{
    public static DbContextOptionsBuilder<T> With<T>(DbContextOptionsBuilder<T> builder)
        where T : DbContext
    {
        builder.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(DataRegistration.ConfigureIdentitySchema).BuildServiceProvider());
        return builder;
    }
}

internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteConnectionsDbContext>
{
    public SqliteConnectionsDbContext CreateDbContext(string[] args) =>
        new(Design.With(new DbContextOptionsBuilder<SqliteConnectionsDbContext>().UseSqlite("Data Source=design.db")).Options);
}

internal sealed class PostgreSqlFactory : IDesignTimeDbContextFactory<PostgreSqlConnectionsDbContext>
{
    public PostgreSqlConnectionsDbContext CreateDbContext(string[] args) =>
        new(Design.With(new DbContextOptionsBuilder<PostgreSqlConnectionsDbContext>().UseNpgsql("Host=127.0.0.1;Database=design")).Options);
}
