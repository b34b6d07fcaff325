using System.Net;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.SiteFiles;
using Connections.Web.Security;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Security;

/// <summary>What every answer carries, and what an answer to a failure says.</summary>
public sealed class AnswerTests(OnSqlite fixture) : IClassFixture<OnSqlite>
{
    private readonly ConnectionsHost host = fixture.Host;

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/there-is-no-such-page")]
    [InlineData("/robots.txt")]
    [InlineData("/staff")]
    public async Task Every_answer_carries_the_strict_headers(string path)
    {
        using var visitor = host.Visitor();

        using var answer = await visitor.Http.GetAsync(path);

        Assert.Equal(SecurityHeaders.ContentPolicy, Header(answer, "Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", SecurityHeaders.ContentPolicy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("geolocation=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_for_somebody_signed_in_is_kept_nowhere()
    {
        using var visitor = await host.SignedInAsync();

        using var answer = await visitor.Http.GetAsync("/account");

        Assert.Equal("no-store", Header(answer, "Cache-Control"));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/health")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    public async Task A_head_request_is_answered(string path)
    {
        using var visitor = host.Visitor();

        using var answer = await visitor.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/there-is-no-such-page")]
    [InlineData("/directory")]
    [InlineData("/grants")]
    public async Task A_form_sent_to_a_page_that_takes_none_is_not_lost(string path)
    {
        using var visitor = host.Visitor();
        const string Token = "__RequestVerificationToken";
        var token = (await visitor.GetAsync("/sign-in")).Document.QuerySelector($"main input[name={Token}]")!.GetAttribute("value")!;

        var answer = await visitor.PostAsync(path, (Token, token), ("Words", "Long thought about"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Response.StatusCode);
        Assert.Contains("Long thought about", answer.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_methods_find_no_page()
    {
        using var visitor = host.Visitor();

        using var answer = await visitor.Http.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/directory"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_failure_is_told_in_words_and_leaks_nothing()
    {
        await using var failing = host.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<ISitemapSource, FailingSource>()));
        using var client = failing.CreateClient();

        using var answer = await client.GetAsync("/sitemap.xml");

        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Something went wrong here", body, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret of the inside", body, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", body, StringComparison.Ordinal);
        Assert.Equal(SecurityHeaders.ContentPolicy, Header(answer, "Content-Security-Policy"));
    }

    [Fact]
    public async Task A_request_larger_than_is_read_is_told_so()
    {
        using var visitor = host.Visitor();

        var page = await visitor.PostAsync("/sign-in", ("Input.Email", new string('a', 13 * 1024 * 1024)));

        page.AssertStatus(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("That was too large to send", page.Heading);
    }

    [Fact]
    public async Task Cookies_are_kept_from_scripts_and_from_plain_connections()
    {
        using var client = host.CreateDefaultClient(new Uri("https://localhost"));

        using var answer = await client.GetAsync("/sign-in");

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    private sealed class FailingSource : ISitemapSource
    {
        public Task<IReadOnlyList<SitemapPage>> ListAsync(CancellationToken ct) => throw new InvalidOperationException("a secret of the inside");
    }
}
