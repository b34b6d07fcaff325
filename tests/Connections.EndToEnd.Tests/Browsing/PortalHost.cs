using System.Net;
using System.Net.Sockets;
using Connections.Testing;
using Connections.Testing.Databases;
using Connections.Testing.Html;
using Microsoft.AspNetCore.Hosting;

namespace Connections.EndToEnd.Tests.Browsing;

/// <summary>The application as somebody runs it at a desk: a real socket, a site pack imported, its jobs running, mail dropped
/// into a folder.</summary>
public sealed class PortalHost : ConnectionsHost
{
    public PortalHost(TestDatabase database, string pack)
        : base(database, SeedLevel.Demonstration, pack)
    {
        var port = FreePort();
        Address = new Uri($"http://localhost:{port}");
        UseKestrel(port);
        Settings["Site:PublicUrl"] = Address.GetLeftPart(UriPartial.Authority);
        Settings["Jobs:Enabled"] = "true";
    }

    public override Uri Address { get; }

    protected override TimeProvider Time { get; } = new ClockOfTheDemonstration();

    protected override HttpClient Connect(BrowserCookies cookies)
    {
        cookies.InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        return new HttpClient(cookies) { BaseAddress = Address };
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Development");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
