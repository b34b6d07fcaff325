using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Connections.Web.Sites;

namespace Connections.Web.Features.Directory.Reading;

/// <summary>What a listing may be sorted by: countries and languages of the world, kinds and communities of the site pack.</summary>
public sealed class DirectoryReference
{
    private readonly Countries countries;

    public DirectoryReference(Countries countries, Languages languages, Taxonomy taxonomy)
    {
        this.countries = countries;
        Countries = [.. countries.All.Select(c => (c.Code, c.Name))];
        Languages = [.. languages.All.Select(l => (l.Code, l.Name))];
        Communities = [.. taxonomy.Communities.All.Select(c => (c.Key, c.Name))];
        Names = new DirectoryNames(
            Enum.GetValues<OrganisationKind>().ToDictionary(k => k, k => taxonomy.Kinds.Name(k.Key())),
            Countries.ToDictionary(c => c.Key, c => c.Name),
            Languages.ToDictionary(l => l.Key, l => l.Name),
            Communities.ToDictionary(c => c.Key, c => c.Name));
        Vocabulary = new ListingVocabulary(Names.Countries.Keys.ToHashSet(), Names.Languages.Keys.ToHashSet(), Names.Communities.Keys.ToHashSet());
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<(string Key, string Name)> Countries { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<(string Key, string Name)> Languages { get; }

    /// <summary>In the pack's order.</summary>
    public IReadOnlyList<(string Key, string Name)> Communities { get; }

    public DirectoryNames Names { get; }

    public ListingVocabulary Vocabulary { get; }

    /// <returns>The country's place on the map, for a listing whose town is not known.</returns>
    public GeoPoint? CentreOf(string? country) => countries.TryFind(country, out var found) ? new GeoPoint(found.Lat, found.Lon) : null;
}
