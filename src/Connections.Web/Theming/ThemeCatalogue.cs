using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connections.Web.Theming;

/// <summary>The themes built into this program.</summary>
public static class ThemeCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ThemeCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Themes/", StringComparison.Ordinal))
            .Select(name => name.Split('/')[1])
            .Order(StringComparer.Ordinal)];

    public static Theme Find(string name)
    {
        using var stream = Names.Contains(name)
            ? typeof(ThemeCatalogue).Assembly.GetManifestResourceStream($"Themes/{name}/theme.json")!
            : throw new InvalidOperationException($"There is no theme \"{name}\". Set Site:Theme to one of: {string.Join(", ", Names)}.");

        return JsonSerializer.Deserialize<Theme>(stream, Json)!;
    }
}
