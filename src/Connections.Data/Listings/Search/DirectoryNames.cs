using Connections.Domain.Directory;

namespace Connections.Data.Listings.Search;

/// <summary>The words by which people know kinds, countries, languages and communities, so that they can be searched for.</summary>
public sealed record DirectoryNames(
    IReadOnlyDictionary<OrganisationKind, string> Kinds,
    IReadOnlyDictionary<string, string> Countries,
    IReadOnlyDictionary<string, string> Languages,
    IReadOnlyDictionary<string, string> Communities)
{
    public string Kind(OrganisationKind? kind) => kind is { } k ? Kinds.GetValueOrDefault(k, k.ToString()) : "";

    public string Country(string? code) => code is null ? "" : Countries.GetValueOrDefault(code, code);

    public string Language(string tag) => Languages.GetValueOrDefault(tag, tag);

    public string Community(string key) => Communities.GetValueOrDefault(key, key);
}
