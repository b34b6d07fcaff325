using Connections.Data;
using Connections.Domain.Calls;
using Connections.Web.Features.SiteFiles;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Grants.Reading;

/// <summary>Calls and published results, for search engines.</summary>
internal sealed class CallsInSitemap(ConnectionsDbContext db) : ISitemapSource
{
    public async Task<IReadOnlyList<SitemapPage>> ListAsync(CancellationToken ct)
    {
        var calls = await db.Calls.Where(c => c.Status != CallStatus.Draft).OrderBy(c => c.OpensAt)
            .Select(c => new { c.Slug, c.ResultsPublishedAt }).ToListAsync(ct);
        return
        [
            new SitemapPage(GrantsLinks.Calls),
            .. calls.Select(c => new SitemapPage(GrantsLinks.Call(c.Slug))),
            .. calls.Where(c => c.ResultsPublishedAt is not null).Select(c => new SitemapPage(GrantsLinks.Results(c.Slug), c.ResultsPublishedAt)),
        ];
    }
}
