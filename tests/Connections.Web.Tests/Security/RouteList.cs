using Connections.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Security;

/// <summary>Every page and endpoint that a host answers, files of the front end left out.</summary>
public static class RouteList
{
    public static async Task<IReadOnlyList<ApprovedRoute>> OfAsync(ConnectionsHost host)
    {
        var routes = new List<ApprovedRoute>();
        foreach (var endpoint in host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.RoutePattern.RawText is { } route && !IsFile(endpoint, route))
            {
                routes.Add(new ApprovedRoute(await MethodsAsync(host, endpoint), "/" + route.TrimStart('/'), Policy(endpoint)));
            }
        }

        return [.. routes.Distinct().OrderBy(r => r.Route, StringComparer.Ordinal).ThenBy(r => r.Methods, StringComparer.Ordinal)];
    }

    // The second is what a build, not a publish, answers for files that changed since.
    private static bool IsFile(RouteEndpoint endpoint, string route) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || route == "{**path:file}";

    private static string Policy(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return "public";
        }

        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy ?? "member").Distinct().Order(StringComparer.Ordinal);
        return string.Join('+', policies) is { Length: > 0 } named ? named : "public";
    }

    private static async Task<string> MethodsAsync(ConnectionsHost host, RouteEndpoint endpoint)
    {
        IEnumerable<string> methods;
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var compiled = page as CompiledPageActionDescriptor
                ?? await host.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
            methods = compiled.HandlerMethods.Select(m => m.HttpMethod.ToUpperInvariant());
            // A page without a handler of its own is shown on GET.
            methods = methods.Contains("GET") || compiled.HandlerMethods.Count > 0 ? methods : ["GET"];
        }
        else
        {
            methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        }

        return string.Join(',', methods.Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } named ? named : "*";
    }
}
