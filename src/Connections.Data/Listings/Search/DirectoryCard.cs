using Connections.Domain.Directory;

namespace Connections.Data.Listings.Search;

/// <summary>What the list shows of one published listing.</summary>
public sealed record DirectoryCard(
    ListingId Id,
    string Slug,
    ListingContent Content,
    ListingState State,
    DateTimeOffset ConfirmedAt,
    GeoPoint? Location,
    bool IsDemonstration,
    bool CanBeWrittenTo = true);
