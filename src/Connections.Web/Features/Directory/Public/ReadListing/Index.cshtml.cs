using Connections.Data;
using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Connections.Web.Features.Directory.Public.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Directory.Public.ReadListing;

[OutputCache(PolicyName = DirectoryCachePolicy.Name)]
public sealed class IndexModel(DirectoryIndexSource source, ConnectionsDbContext db) : PageModel
{
    private const int MostNearby = 3;

    /// <summary>The listing, where it is published.</summary>
    public DirectoryCard? Card { get; private set; }

    /// <summary>What little is shown of a listing that nobody confirms.</summary>
    public DormantDetail? Dormant { get; private set; }

    public IReadOnlyList<DirectoryCard> Nearby { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var index = await source.CurrentAsync(ct);
        Card = index.Find(slug);
        if (Card is not null)
        {
            Nearby = [.. Near(index, Card)];
            return Page();
        }

        Dormant = await db.Listings.AsNoTracking().Where(l => l.Slug == slug && l.State == ListingState.Dormant)
            .Select(l => new DormantDetail(l.Id, l.Content, l.ConfirmedAt!.Value)).SingleOrDefaultAsync(ct);
        return Dormant is null ? NotFound() : Page();
    }

    /// <summary>The same town first, then the same country.</summary>
    private static IEnumerable<DirectoryCard> Near(DirectoryIndex index, DirectoryCard card) =>
        index.Search(new DirectoryQuery(card.Content.Place, Countries: card.Content.Country is { } country ? [country] : null, PageSize: MostNearby + 1))
            .Cards.Where(c => c.Id != card.Id).Take(MostNearby);

    public sealed record DormantDetail(ListingId Id, ListingContent Content, DateTimeOffset ConfirmedAt);
}
