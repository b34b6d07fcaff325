using Connections.Domain.Shared;
using Connections.Testing.Crawling;
using Connections.Testing.Databases;
using Connections.Web.Features.Accounts.Public.DevelopmentSignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Connections.EndToEnd.Tests.Browsing;

/// <summary>A running portal and the windows that tests open on it.</summary>
public abstract class Portal(string pack) : IAsyncLifetime
{
    private SqliteDatabase? database;
    private PortalHost? host;

    public string Pack => pack;

    /// <summary>What this site calls things, where its pack decides.</summary>
    public SiteWords Words { get; } = SiteWords.Of(pack);

    public PortalHost Host => host ?? throw new InvalidOperationException("The portal has not started.");

    public async ValueTask InitializeAsync()
    {
        database = await SqliteDatabase.CreateAsync();
        host = new PortalHost(database, pack);
        host.StartServer();
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The first person of the pack who has this role.</summary>
    public AccountId PersonWith(string role) => Personas.Of(pack).First(p => p.Kind == role).Person!.Value;

    /// <summary>A window of somebody who has not signed in.</summary>
    public async Task<IPage> OpenAsync(Chromium chromium, int width = 1280, bool javaScript = true, string language = "en-GB", string zone = "Europe/London")
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = Host.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            Locale = language,
            TimezoneId = zone,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>A window of this person, signed in by one of the links that a developer's host prints.</summary>
    public async Task<IPage> OpenAsync(Chromium chromium, AccountId person, int width = 1280, bool javaScript = true)
    {
        var page = await OpenAsync(chromium, width, javaScript);
        await page.GotoAsync(Host.Services.GetRequiredService<DevelopmentSignIns>().Issue(person.Value));
        return page;
    }
}

public sealed class Scotland() : Portal("scotland");

public sealed class Bristol() : Portal("bristol");
