using Connections.Data;
using Connections.Testing.Databases;
using Connections.Testing.Html;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connections.Testing;

/// <summary>The whole application in this process, on a database and folders of its own, with a clock that stands still.
/// Nothing runs in the background: a test runs a job when it wants one.</summary>
public class ConnectionsHost : WebApplicationFactory<Program>
{
    private readonly TestDatabase database;
    private readonly SeedLevel seed;

    public ConnectionsHost(TestDatabase database, SeedLevel seed, string pack)
    {
        this.database = database;
        this.seed = seed;
        Pack = pack;
    }

    /// <summary>The site pack in use.</summary>
    public string Pack { get; }

    /// <summary>What a browser has before every path of this site.</summary>
    public virtual Uri Address { get; } = new("https://localhost");

    public FixedClock Clock { get; } = new();

    /// <summary>The time that the application sees.</summary>
    protected virtual TimeProvider Time => Clock;

    public QueryCount Queries { get; } = new();

    public RefusedSaves RefusedSaves { get; } = new();

    /// <summary>Files that this host writes: mail that was sent, uploads.</summary>
    public string Folder { get; } = TemporaryFolder.New("host");

    public string MailFolder => Path.Combine(Folder, "mail");

    /// <summary>Settings that a test gives on top of the usual ones. To be set before the host is first used.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Somebody who has not signed in, in a browser of their own.</summary>
    public Visitor Visitor()
    {
        var cookies = new BrowserCookies(Time);
        return new Visitor(Connect(cookies), cookies);
    }

    /// <summary>Reads or prepares data directly, in a scope of its own.</summary>
    public async Task<T> WithDataAsync<T>(Func<ConnectionsDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ConnectionsDbContext>());
    }

    public Task WithDataAsync(Func<ConnectionsDbContext, Task> work) =>
        WithDataAsync(async db =>
        {
            await work(db);
            return true;
        });

    /// <summary>Runs something the application registered, in a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Stores what a test needs to find.</summary>
    public Task AddAsync(params object[] entities) =>
        WithDataAsync(async db =>
        {
            db.AddRange(entities);
            await db.SaveChangesAsync();
        });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual HttpClient Connect(BrowserCookies cookies) => CreateDefaultClient(Address, cookies);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:Default", database.ConnectionString);
        builder.UseSetting("Site:Pack", Pack);
        builder.UseSetting("Site:PublicUrl", Address.GetLeftPart(UriPartial.Authority));
        builder.UseSetting("Site:ImportAtStart", seed is SeedLevel.Demonstration ? "true" : "false");
        builder.UseSetting("Mail:PickupFolder", MailFolder);
        builder.UseSetting("Blobs:Folder", Path.Combine(Folder, "blobs"));
        builder.UseSetting("Jobs:Enabled", "false");

        // One class of tests sends more forms in a minute than a person does; the limits have tests of their own.
        builder.UseSetting("RateLimits:AnonymousWritesPerMinute", "100000");
        builder.UseSetting("RateLimits:SignedInWritesPerMinute", "100000");
        builder.UseSetting("RateLimits:MailsPerTenMinutes", "100000");
        builder.UseSetting("RateLimits:LargeFormsPerMinute", "100000");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton(Time);
            services.ConfigureDbContext<SqliteConnectionsDbContext>(options => options.AddInterceptors(Queries, RefusedSaves));
            services.ConfigureDbContext<PostgreSqlConnectionsDbContext>(options => options.AddInterceptors(Queries, RefusedSaves));
        });
    }
}
