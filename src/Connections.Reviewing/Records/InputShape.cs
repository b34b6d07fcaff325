using System.Text.Json;

namespace Connections.Reviewing.Records;

/// <summary>What the objects of one shape are: the only one there, the rows of a list or the entries of a dictionary.</summary>
internal enum ShapeKind
{
    One,
    Rows,
    Entries,
}

/// <summary>The objects at one place of the input (the root, all rows of a list, all entries of a dictionary) and the properties the verb asks them for.</summary>
/// <remarks>
/// What a verb asks for is what it knows: there is no second list of names to keep. Names are case-sensitive. Whatever else an object holds
/// has no effect, and is told in one line for all rows, so that their order means nothing.
/// </remarks>
internal sealed class InputShape(string path, ShapeKind kind)
{
    private const int MostLines = 20;
    private readonly SortedDictionary<string, InputShape> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = [];
    private readonly List<JsonElement> objects = [];
    private bool isDictionary;

    public static InputShape Root() => new("", ShapeKind.One);

    public void Add(JsonElement element) => objects.Add(element);

    /// <summary>Notes that the verb asks for a property.</summary>
    public void Ask(string name)
    {
        if (!isDictionary)
        {
            known.Add(name);
        }
    }

    /// <summary>Notes that the names themselves are data: every one is known.</summary>
    public void IsDictionary()
    {
        isDictionary = true;
        known.Clear();
    }

    /// <summary>The shape of the object below a property, or of the objects of the list there.</summary>
    public InputShape Part(string name, bool isList)
    {
        var key = isDictionary ? "*" : name;
        if (!parts.TryGetValue(key, out var part))
        {
            parts[key] = part = isDictionary ? new InputShape(path, ShapeKind.Entries)
                : new InputShape(path.Length == 0 ? name : $"{path}.{name}", isList ? ShapeKind.Rows : ShapeKind.One);
        }

        return part;
    }

    /// <summary>How a problem with a property that is missing may have come about; call it when everything has been read.</summary>
    public string Hint(JsonElement element, string missing)
    {
        var written = Strangers(element)
            .Where(name => NearMiss.Of(name, [missing]).Length > 0 || name.StartsWith(missing, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).FirstOrDefault();
        return written is null ? "" : $": did you mean {InputProblems.Quote(missing)} by {InputProblems.Quote(written)}?";
    }

    /// <summary>A line for each property that the verb does not know, near misses first.</summary>
    /// <param name="nearMissesOnly">For documents that hold much else by right.</param>
    public IReadOnlyList<string> Unknown(bool nearMissesOnly)
    {
        var found = Unknown().Where(x => x.Meant is not null || !nearMissesOnly).OrderBy(x => x.Meant is null).ToArray();
        string[] lines = [.. found.Take(MostLines).Select(x => x.Line)];
        return found.Length > MostLines ? [.. lines, $"{found.Length - MostLines} more properties are not known and were ignored."] : lines;
    }

    private IEnumerable<(string Line, string? Meant)> Unknown() => Own().Concat(parts.Values.SelectMany(part => part.Unknown()));

    private IEnumerable<(string Line, string? Meant)> Own()
    {
        var strangers = new SortedDictionary<string, Stranger>(StringComparer.Ordinal);
        foreach (var element in objects)
        {
            foreach (var name in Strangers(element))
            {
                if (!strangers.TryGetValue(name, out var stranger))
                {
                    strangers[name] = stranger = new Stranger(NearMiss.Of(name, known));
                }

                stranger.Count++;

                // Where the known name is there too, the other one is not a slip.
                stranger.Absent.UnionWith(stranger.Near.Where(near => !element.TryGetProperty(near, out var value) || value.ValueKind == JsonValueKind.Null));
            }
        }

        foreach (var (name, stranger) in strangers)
        {
            var meant = stranger.Near.FirstOrDefault(stranger.Absent.Contains);
            yield return ($"The property {InputProblems.Quote(name)}{Where(stranger.Count)} is not known and was ignored"
                + (meant is null ? "." : $": did you mean {InputProblems.Quote(meant)}?"), meant);
        }
    }

    private string Where(int count) => (path, kind) switch
    {
        ("", _) => "",
        (_, ShapeKind.Rows) => $" in {count} {(count == 1 ? "row" : "rows")} of {path}",
        (_, ShapeKind.Entries) => $" in {count} {(count == 1 ? "entry" : "entries")} of {path}",
        _ => $" of {path}",
    };

    private IEnumerable<string> Strangers(JsonElement element) => isDictionary ? [] : element.EnumerateObject().Select(NameOf).Where(name => !known.Contains(name));

    /// <summary>A property's name, whose escapes may be broken (half a surrogate pair).</summary>
    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private sealed class Stranger(string[] near)
    {
        public string[] Near { get; } = near;

        public HashSet<string> Absent { get; } = [];

        public int Count { get; set; }
    }
}
