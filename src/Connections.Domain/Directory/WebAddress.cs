namespace Connections.Domain.Directory;

/// <summary>The address of an organisation's own site.</summary>
public static class WebAddress
{
    /// <returns>Whether it is a full http or https address with a name of two parts or more and no user or password in it.</returns>
    public static bool IsUsable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.HostNameType is UriHostNameType.Dns
        && uri.Host.Trim('.').Contains('.', StringComparison.Ordinal)
        && uri.UserInfo.Length == 0;

    /// <returns>What people type without its scheme gets one; anything else is left as it was typed.</returns>
    public static string? WithScheme(string? typed)
    {
        var text = typed?.Trim();
        return string.IsNullOrEmpty(text) || text.Contains("://", StringComparison.Ordinal) || text.Contains(' ', StringComparison.Ordinal)
            ? text
            : $"https://{text}";
    }

    /// <returns>The name of the site without "www.", lower case, by which two listings of one organisation are recognised.</returns>
    public static string? HostOf(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var host = uri.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
