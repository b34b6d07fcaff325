using System.Net;
using Connections.Testing;
using Connections.Testing.Html;

namespace Connections.Web.Tests.Security;

public sealed class RateLimitTests : IClassFixture<OnSqlite>
{
    private readonly ConnectionsHost host;

    public RateLimitTests(OnSqlite fixture)
    {
        host = fixture.Host;
        host.Settings["RateLimits:AnonymousWritesPerMinute"] = "5";
        host.Settings["RateLimits:SignedInWritesPerMinute"] = "100000";
    }

    [Fact]
    public async Task The_public_writes_so_often_and_is_then_asked_to_wait()
    {
        using var visitor = host.Visitor();
        using var person = await host.SignedInAsync();
        for (var i = 0; i < 5; i++)
        {
            (await visitor.PostAsync("/sign-in", ("Input.Email", "nobody"))).AssertStatus(HttpStatusCode.BadRequest);
        }

        var refused = await visitor.PostAsync("/sign-in", ("Input.Email", "nobody"));

        refused.AssertStatus(HttpStatusCode.TooManyRequests);
        Assert.Equal("Too many requests for now", refused.Heading);
        Assert.True(refused.Response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        (await visitor.GetAsync("/sign-in")).AssertShown("Sign in");
        (await (await person.GetAsync("/account")).Form("Save").Set("Input.Name", "Still Here").SubmitAsync()).AssertShown("Your account");
    }
}
