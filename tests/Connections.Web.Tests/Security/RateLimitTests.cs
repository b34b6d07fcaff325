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
        host.Settings["RateLimits:LargeFormsPerMinute"] = "2";
    }

    [Fact]
    public async Task Forms_larger_than_any_that_is_taken_are_read_so_often_from_one_address_and_smaller_ones_go_on()
    {
        using var person = await host.SignedInAsync();
        for (var i = 0; i < 2; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await SendAsync(13_000_000)).Status);
        }

        var refused = (await SendAsync(13_000_000)).AssertStatus(HttpStatusCode.TooManyRequests);
        Assert.Equal("Please send your form again", refused.Heading);
        Assert.Contains("Files are not kept.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Zwölf Boxkämpfer & <b>", refused.Document.QuerySelector("form [name='Input.Name']")!.GetAttribute("value"));
        Assert.True(refused.Response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await SendAsync(1_000)).Status);

        Task<HtmlPage> SendAsync(int size) => person.PostAsync("/account", new MultipartFormDataContent { { new ByteArrayContent(new byte[size]), "File", "a.bin" }, { new StringContent("Zwölf Boxkämpfer & <b>"), "Input.Name" } });
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

        var refused = await visitor.PostAsync("/sign-in", ("Input.Email", "somebody@example.org"));

        refused.AssertStatus(HttpStatusCode.TooManyRequests);
        Assert.Equal("Please send your form again", refused.Heading);
        Assert.Contains("We got many forms from your connection in a short time.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("somebody@example.org", refused.Document.QuerySelector("form [name='Input.Email']")!.GetAttribute("value"));
        Assert.True(refused.Response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        (await visitor.GetAsync("/sign-in")).AssertShown("Sign in");
        (await (await person.GetAsync("/account")).Form("Save").Set("Input.Name", "Still Here").SubmitAsync()).AssertShown("Your account");
    }
}
