using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Connections.Web.Sites;

/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="ReferencePlace">A point that a map may use for the country; no statement about status or borders.</param>
public sealed record Country(string Code, string Name, string ReferencePlace, double Lat, double Lon, string Continent);

/// <summary>The countries of <c>content-seed/reference/countries.json</c>, by name.</summary>
public sealed class Countries
{
    private readonly FrozenDictionary<string, Country> byCode;

    public Countries(SitePack pack)
    {
        All = [.. ReferenceFile.Read<CountriesFile>(pack, "countries.json").Countries.OrderBy(c => c.Name, StringComparer.Create(new("en-GB"), ignoreCase: true))];
        byCode = All.ToFrozenDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Country> All { get; }

    /// <returns>The name, or the code itself where it is not known.</returns>
    public string Name(string code) => byCode.TryGetValue(code, out var country) ? country.Name : code;

    public bool TryFind(string? code, [NotNullWhen(true)] out Country? country)
    {
        country = null;
        return code is not null && byCode.TryGetValue(code, out country);
    }

    private sealed record CountriesFile(IReadOnlyList<Country> Countries);
}
