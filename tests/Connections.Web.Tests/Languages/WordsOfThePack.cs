using System.Text;
using System.Text.Json;
using Connections.Testing;

namespace Connections.Web.Tests.Languages;

/// <summary>Everything that a site pack itself says: names, pages, questions. Such words are content and are not translated.</summary>
public sealed class WordsOfThePack
{
    private readonly string all;
    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);

    public WordsOfThePack(string pack)
    {
        var text = new StringBuilder();
        foreach (var file in SourceTree.Files($"content-seed/{pack}", ".json").Concat(SourceTree.Files("content-seed/reference", ".json")))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            Add(document.RootElement, text);
        }

        foreach (var file in SourceTree.Files($"content-seed/{pack}", ".md"))
        {
            text.Append(Letters(File.ReadAllText(file))).Append('\n');
        }

        all = text.ToString();
    }

    public bool Hold(string text)
    {
        var letters = Letters(text);
        if (!known.TryGetValue(letters, out var isKnown))
        {
            known[letters] = isKnown = all.Contains(letters, StringComparison.Ordinal);
        }

        return isKnown;
    }

    // Letters and digits alone, so that typography and Markdown do not matter.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static void Add(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Add(property.Value, text);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Add(item, text);
                }

                break;
            case JsonValueKind.String:
                text.Append(Letters(element.GetString()!)).Append('\n');
                break;
        }
    }
}
