namespace Connections.Web.Features.SiteFiles;

/// <summary>A feature's public pages, for the site map. At most a few thousand a feature.</summary>
public interface ISitemapSource
{
    Task<IReadOnlyList<SitemapPage>> ListAsync(CancellationToken ct);
}

public sealed record SitemapPage(string Path, DateTimeOffset? ChangedAt = null);
