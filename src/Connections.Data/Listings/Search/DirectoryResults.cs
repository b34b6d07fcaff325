using Connections.Domain.Directory;

namespace Connections.Data.Listings.Search;

/// <param name="Page">The page shown: the nearest there is to the one asked for.</param>
/// <param name="Corrections">Words that nobody uses here, with what was searched for instead.</param>
/// <param name="MatchesSomeWordsOnly">No listing has all the words; these have the most of them.</param>
public sealed record DirectoryResults(
    IReadOnlyList<DirectoryCard> Cards,
    int Total,
    int Page,
    int PageCount,
    DirectoryFacets Facets,
    IReadOnlyList<SpellingCorrection> Corrections,
    bool MatchesSomeWordsOnly);

/// <summary>Each facet's values with the number of listings that would be found were only this facet's choice lifted.</summary>
public sealed record DirectoryFacets(
    IReadOnlyList<FacetCount> Kinds,
    IReadOnlyList<FacetCount> Countries,
    IReadOnlyList<FacetCount> Languages,
    IReadOnlyList<FacetCount> Meets);

public sealed record FacetCount(string Value, int Count);

public sealed record SpellingCorrection(string Typed, string Meant);

/// <summary>A place with the listings found there.</summary>
public sealed record PlaceCount(string Place, string Country, GeoPoint? Location, int Count);
