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
    private readonly FrozenDictionary<string, Country> byName;

    public Countries(SitePack pack)
    {
        All = [.. ReferenceFile.Read<CountriesFile>(pack, "countries.json").Countries.OrderBy(c => c.Name, StringComparer.Create(new("en-GB"), ignoreCase: true))];
        byCode = All.ToFrozenDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase);
        byName = All.ToFrozenDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Country> All { get; }

    /// <returns>The name, or the code itself where it is not known.</returns>
    public string Name(string code) => byCode.TryGetValue(code, out var country) ? country.Name : code;

    public bool TryFind(string? code, [NotNullWhen(true)] out Country? country)
    {
        country = null;
        return code is not null && byCode.TryGetValue(code, out country);
    }

    /// <summary>Reads countries as people write them: names or codes, parted by commas.</summary>
    /// <returns>What is known, each once in the order given, and the words that no country is called by.</returns>
    public (IReadOnlyList<Country> Known, IReadOnlyList<string> Unknown) Read(string? text)
    {
        var known = new List<Country>();
        var unknown = new List<string>();
        var words = (text ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            // A name may itself have a comma: "Saint Helena, Ascension and Tristan da Cunha".
            if (i + 1 < words.Length && byName.TryGetValue($"{words[i]}, {words[i + 1]}", out var country))
            {
                i++;
            }
            else if (!byName.TryGetValue(words[i], out country) && !byCode.TryGetValue(words[i], out country))
            {
                unknown.Add(words[i]);
                continue;
            }

            known.Add(country);
        }

        return ([.. known.Distinct()], unknown);
    }

    private sealed record CountriesFile(IReadOnlyList<Country> Countries);
}
