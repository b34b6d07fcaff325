using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Connections.Web.Tests.Features.Grants;

/// <summary>Holds a document to a JSON Schema, as far as the schemas of 360Giving go: types, properties, items, references,
/// enumerations, patterns, formats, and one of several.</summary>
internal sealed class SchemaCheck(JsonNode root, IReadOnlyDictionary<string, JsonNode> byId)
{
    /// <param name="files">The schema of the whole, then those it refers to. Versions in their names may differ.</param>
    public static SchemaCheck Read(params string[] files)
    {
        var schemas = files.Select(f => JsonNode.Parse(File.ReadAllText(f))!).ToList();
        return new SchemaCheck(schemas[0], schemas.ToDictionary(s => Path.GetFileName((string)s["$id"]!)));
    }

    public IReadOnlyList<string> Faults(JsonNode document) => [.. Check(root, root, document, "$")];

    private IEnumerable<string> Check(JsonNode schema, JsonNode file, JsonNode? value, string path)
    {
        if (schema["$ref"] is { } reference)
        {
            var (target, home) = Resolve((string)reference!, file);
            return Check(target, home, value, path);
        }

        var faults = new List<string>();
        if (schema["type"] is { } type && !(type is JsonArray several ? several.Any(t => IsOf((string)t!, value)) : IsOf((string)type!, value)))
        {
            return [$"{path} is no {type}"];
        }

        if (schema["oneOf"] is JsonArray choices && choices.Count(c => !Check(c!, file, value, path).Any()) != 1)
        {
            faults.Add($"{path} fits none or several of its choices");
        }

        faults.AddRange(value switch
        {
            JsonObject item => CheckObject(schema, file, item, path),
            JsonArray list => CheckArray(schema, file, list, path),
            JsonValue plain => CheckValue(schema, plain, path),
            _ => [],
        });
        return faults;
    }

    private IEnumerable<string> CheckObject(JsonNode schema, JsonNode file, JsonObject value, string path)
    {
        var missing = (schema["required"] as JsonArray ?? []).Select(r => (string)r!).Where(r => !value.ContainsKey(r)).Select(r => $"{path}.{r} is missing");
        var wrong = value.Where(p => schema["properties"]?[p.Key] is not null).SelectMany(p => Check(schema["properties"]![p.Key]!, file, p.Value, $"{path}.{p.Key}"));
        return missing.Concat(wrong);
    }

    private IEnumerable<string> CheckArray(JsonNode schema, JsonNode file, JsonArray value, string path)
    {
        var few = value.Count < ((int?)schema["minItems"] ?? 0) ? new[] { $"{path} has too few items" } : [];
        return few.Concat(schema["items"] is { } items ? value.SelectMany((item, i) => Check(items, file, item, $"{path}[{i}]")) : []);
    }

    private static IEnumerable<string> CheckValue(JsonNode schema, JsonValue value, string path)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(a => JsonNode.DeepEquals(a, value)))
        {
            yield return $"{path} is not one of the list";
        }

        if (value.GetValueKind() is not JsonValueKind.String)
        {
            yield break;
        }

        var text = value.GetValue<string>();
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            yield return $"{path} does not have its form";
        }

        var fits = (string?)schema["format"] switch
        {
            "date-time" => text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!fits)
        {
            yield return $"{path} is no {schema["format"]}";
        }
    }

    private (JsonNode Schema, JsonNode File) Resolve(string reference, JsonNode file)
    {
        if (!reference.StartsWith('#'))
        {
            var other = byId[Path.GetFileName(reference)];
            return (other, other);
        }

        return (reference[2..].Split('/').Aggregate(file, (node, part) => node[part]!), file);
    }

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("string", JsonValueKind.String) or ("number" or "integer", JsonValueKind.Number) or ("object", JsonValueKind.Object)
            or ("array", JsonValueKind.Array) or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) => true,
        _ => false,
    };
}
