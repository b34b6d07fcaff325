using System.Text.Json;

namespace Connections.Web.Theming;

/// <summary>The folder of the site pack this deployment runs.</summary>
public sealed class SitePackFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Path { get; } = path;

    /// <summary>Finds <c>content-seed/&lt;pack&gt;</c> beside the program or in a folder above it, or where Site:Packs says.</summary>
    public static SitePackFolder Find(IConfiguration configuration)
    {
        var pack = configuration["Site:Pack"] ?? "scotland";
        var parents = configuration["Site:Packs"] is { Length: > 0 } configured ? [configured] : Above(AppContext.BaseDirectory);

        return parents.Select(parent => System.IO.Path.Combine(parent, pack)).FirstOrDefault(Directory.Exists) is { } found && IsName(pack)
            ? new SitePackFolder(found)
            : throw new InvalidOperationException($"There is no site pack \"{pack}\" in content-seed. Set Site:Pack to the name of one.");
    }

    public SiteProfile ReadProfile()
    {
        using var stream = File.OpenRead(System.IO.Path.Combine(Path, "site.json"));
        return JsonSerializer.Deserialize<SiteProfile>(stream, Json)!;
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return System.IO.Path.Combine(current.FullName, "content-seed");
        }
    }

    private static bool IsName(string pack) => pack.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
