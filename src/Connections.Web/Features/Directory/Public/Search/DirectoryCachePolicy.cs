using System.Globalization;
using Connections.Data.Listings.Search;
using Connections.Web.Caching;

namespace Connections.Web.Features.Directory.Public.Search;

/// <summary>Keeps the directory's public pages. Their stamp is the directory's revision, so a page is never older than what a
/// search itself would find.</summary>
internal sealed class DirectoryCachePolicy(DirectoryIndexSource source) : VisitorPageCachePolicy(TimeSpan.FromMinutes(10))
{
    public const string Name = "directory";

    protected override async ValueTask<string> StampAsync(HttpContext context, CancellationToken cancellation) =>
        (await source.CurrentAsync(cancellation)).Revision.ToString(CultureInfo.InvariantCulture);
}
