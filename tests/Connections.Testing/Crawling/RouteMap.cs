using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Testing.Crawling;

/// <summary>Says which route an address belongs to.</summary>
public sealed class RouteMap
{
    private readonly List<(string Route, TemplateMatcher Matcher)> routes;

    public RouteMap(ConnectionsHost host) =>
        routes =
        [
            .. host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText is not (null or "{**path:file}"))
                .OrderBy(e => e.RoutePattern.InboundPrecedence)
                .Select(e => ("/" + e.RoutePattern.RawText!.TrimStart('/'), new TemplateMatcher(new RouteTemplate(e.RoutePattern), [])))
                .DistinctBy(r => r.Item1),
        ];

    /// <summary>Routes whose address needs no value: a walk can begin at each.</summary>
    public IEnumerable<string> WithoutParameters => routes.Select(r => r.Route).Where(r => !r.Contains('{', StringComparison.Ordinal));

    public string? Find(string address)
    {
        var path = Uri.UnescapeDataString(address.Split('?', '#')[0]);
        return routes.FirstOrDefault(r => r.Matcher.TryMatch(path, [])).Route;
    }
}
