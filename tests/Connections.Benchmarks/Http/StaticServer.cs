using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Connections.Benchmarks.Http;

/// <summary>The same web server with nothing in it but an answer in memory: what no page can be faster than.</summary>
internal static class StaticServer
{
    public const string Verb = "static-server";

    public static async Task RunAsync(string port, string bytes, string status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        var body = new byte[int.Parse(bytes, CultureInfo.InvariantCulture)];
        Array.Fill(body, (byte)'x');
        var code = int.Parse(status, CultureInfo.InvariantCulture);
        app.Run(async context =>
        {
            context.Response.StatusCode = code;
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await app.RunAsync();
    }
}
