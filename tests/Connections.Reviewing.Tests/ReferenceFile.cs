using System.Text.Json;

namespace Connections.Reviewing.Tests;

/// <summary>Reads the published tables that lie beside the tests.</summary>
public static class ReferenceFile
{
    public static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(PathOf(name))).RootElement;

    /// <summary>The rows of a comma-separated file without its heading.</summary>
    public static string[][] Csv(string name) =>
        [.. File.ReadAllLines(PathOf(name)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Reference", name);
}
