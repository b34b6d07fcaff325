using System.Text.Json;
using Connections.Data.Listings.Search;
using Connections.Domain.Directory;
using Connections.Web.Sites;

namespace Connections.Web.Features.Directory.Reading;

/// <summary>Countries and languages of the world, kinds and communities of the site pack: their keys, names and places.</summary>
public sealed class DirectoryReference
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Dictionary<string, GeoPoint> centres;

    private DirectoryReference(List<CountryRecord> countries, List<LanguageRecord> languages, List<TermRecord> kinds, List<TermRecord> communities)
    {
        Countries = [.. countries.Select(c => (c.Code, c.Name)).OrderBy(c => c.Name, StringComparer.InvariantCultureIgnoreCase)];
        Languages = [.. languages.Select(l => (l.Code, l.Name)).OrderBy(l => l.Name, StringComparer.InvariantCultureIgnoreCase)];
        Communities = [.. communities.OrderBy(c => c.Order).Select(c => (c.Key, c.Name))];
        centres = countries.ToDictionary(c => c.Code, c => new GeoPoint(c.Lat, c.Lon));
        Names = new DirectoryNames(
            kinds.Where(k => DirectoryKeys.Kind(k.Key) is not null).ToDictionary(k => DirectoryKeys.Kind(k.Key)!.Value, k => k.Name),
            Countries.ToDictionary(c => c.Key, c => c.Name),
            Languages.ToDictionary(l => l.Key, l => l.Name),
            Communities.ToDictionary(c => c.Key, c => c.Name));
        Vocabulary = new ListingVocabulary(Names.Countries.Keys.ToHashSet(), Names.Languages.Keys.ToHashSet(), Names.Communities.Keys.ToHashSet());
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<(string Key, string Name)> Countries { get; }

    public IReadOnlyList<(string Key, string Name)> Languages { get; }

    /// <summary>In the pack's order.</summary>
    public IReadOnlyList<(string Key, string Name)> Communities { get; }

    public DirectoryNames Names { get; }

    public ListingVocabulary Vocabulary { get; }

    public static DirectoryReference Read(SitePack pack) => new(
        Read<CountriesFile>(pack.Reference, "countries.json").Countries,
        Read<LanguagesFile>(pack.Reference, "languages.json").Languages,
        Read<KindsFile>(pack.Folder, "taxonomy/kinds.json").Kinds,
        Read<CommunitiesFile>(pack.Folder, "taxonomy/communities.json").Communities);

    /// <returns>The country's place on the map, for a listing whose town is not known.</returns>
    public GeoPoint? CentreOf(string country) => centres.GetValueOrDefault(country);

    private static T Read<T>(string folder, string path) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, path)), Json)!;

    private sealed record CountriesFile(List<CountryRecord> Countries);

    private sealed record CountryRecord(string Code, string Name, double Lat, double Lon);

    private sealed record LanguagesFile(List<LanguageRecord> Languages);

    private sealed record LanguageRecord(string Code, string Name);

    private sealed record KindsFile(List<TermRecord> Kinds);

    private sealed record CommunitiesFile(List<TermRecord> Communities);

    private sealed record TermRecord(string Key, string Name, int Order);
}
