using System.Collections.Frozen;
using System.Text.Json;

namespace Connections.Web.Sites;

/// <summary>A word that the site sorts things by: a kind, a topic, a community, a sector.</summary>
public sealed record Term(string Key, string Name, string Description = "", int Order = 0);

/// <summary>The site pack's own words, from <c>taxonomy/*.json</c>.</summary>
public sealed class Taxonomy(SitePack pack)
{
    /// <summary>Kinds of organisation.</summary>
    public TermList Kinds { get; } = TermList.Read(pack, "kinds");

    /// <summary>What a reader of the newsletter may choose.</summary>
    public TermList Topics { get; } = TermList.Read(pack, "topics");

    public TermList Communities { get; } = TermList.Read(pack, "communities");

    public TermList Sectors { get; } = TermList.Read(pack, "sectors");

    /// <summary>Ways of being connected with the place.</summary>
    public TermList ConnectionTypes { get; } = TermList.Read(pack, "connection-types");
}

public sealed class TermList
{
    private readonly FrozenDictionary<string, Term> byKey;

    private TermList(IEnumerable<Term> terms)
    {
        All = [.. terms.OrderBy(t => t.Order).ThenBy(t => t.Name, StringComparer.Ordinal)];
        byKey = All.ToFrozenDictionary(t => t.Key, StringComparer.Ordinal);
    }

    public IReadOnlyList<Term> All { get; }

    public bool Has(string key) => byKey.ContainsKey(key);

    /// <returns>The name, or the key itself where it is not known.</returns>
    public string Name(string key) => byKey.TryGetValue(key, out var term) ? term.Name : key;

    /// <summary>Reads the one list in <c>taxonomy/{name}.json</c>, whatever its name there is.</summary>
    internal static TermList Read(SitePack pack, string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(pack.Folder, "taxonomy", $"{name}.json")));
        var list = document.RootElement.EnumerateObject().Single(p => p.Value.ValueKind is JsonValueKind.Array).Value;
        return new TermList(list.Deserialize<List<Term>>(ReferenceFile.Json)!);
    }
}
