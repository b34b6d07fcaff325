using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Connections.Web.Sites;

/// <summary>Makes addresses that work outside the site: in mail, feeds and calendars.</summary>
public interface ISiteLinks
{
    /// <summary>Where the site is, without a final slash.</summary>
    string Root { get; }

    /// <param name="path">A path of this site, with its leading slash.</param>
    Uri Absolute(string path);
}

/// <summary>Takes the address from <c>Site:PublicUrl</c>; a request's own Host header is never trusted for mail.</summary>
internal sealed class SiteLinks(IConfiguration configuration, IServer server) : ISiteLinks
{
    public string Root => (configuration["Site:PublicUrl"] ?? Bound() ?? "http://localhost").TrimEnd('/');

    public Uri Absolute(string path) => new(Root + path);

    private string? Bound() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
}
