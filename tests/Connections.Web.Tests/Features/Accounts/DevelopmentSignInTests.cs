using System.Net;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Accounts.Public.DevelopmentSignIn;
using Connections.Web.Security;
using Connections.Web.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Connections.Web.Tests.Features.Accounts;

/// <summary>Outside Development the printed links do not exist.</summary>
public sealed class DevelopmentSignInElsewhereTests(OnSqlite fixture) : IClassFixture<OnSqlite>
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Testing")]
    [InlineData("")]
    public void They_cannot_even_be_made(string environment) =>
        Assert.Throws<InvalidOperationException>(() => new DevelopmentSignIns(new NamedEnvironment(environment)));

    [Fact]
    public async Task Neither_the_route_nor_the_links_are_there()
    {
        var routes = await RouteList.OfAsync(fixture.Host);

        Assert.DoesNotContain(routes, r => r.Route.Contains("development", StringComparison.OrdinalIgnoreCase));
        Assert.Null(fixture.Host.Services.GetService<DevelopmentSignIns>());
        using var visitor = fixture.Host.Visitor();
        (await visitor.GetAsync("/development/sign-in/0123456789abcdef0123456789abcdef")).AssertStatus(HttpStatusCode.NotFound);
    }

    private sealed class NamedEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "Connections.Web";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

public sealed class DevelopmentSignInTests : IClassFixture<OnSqlite>
{
    private readonly ConnectionsHost host;

    public DevelopmentSignInTests(OnSqlite fixture)
    {
        host = fixture.Host;
        host.Settings["environment"] = "Development";
    }

    [Fact]
    public async Task A_printed_link_signs_in_fully_and_once()
    {
        var person = await host.PersonAsync(Roles.Administrator);
        var link = host.Services.GetRequiredService<DevelopmentSignIns>().Issue(person.Value);
        using var visitor = host.Visitor();
        using var second = host.Visitor();

        (await visitor.GetAsync(link)).AssertShown("What waits for you today");
        (await second.GetAsync(link)).AssertStatus(HttpStatusCode.NotFound);
    }
}
