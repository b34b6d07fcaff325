using Connections.Data.Listings.Search;
using Connections.Domain.Directory;

namespace Connections.Web.Features.Directory.Reading;

/// <summary>Where a listing goes on the map: where others of its town are, or else in the middle of its country.</summary>
public sealed class PlaceOnMap(DirectoryIndexSource source, DirectoryReference reference)
{
    public async Task<GeoPoint?> FindAsync(ListingContent content, CancellationToken ct)
    {
        var town = FoldedText.Fold(content.Place ?? "");
        var index = await source.CurrentAsync(ct);
        return index.Cards.FirstOrDefault(c => c.Location is not null && c.Content.Country == content.Country && FoldedText.Fold(c.Content.Place ?? "") == town)?.Location
            ?? reference.CentreOf(content.Country);
    }
}
