using System.Text.Json;

namespace Connections.Web.Sites;

/// <summary>The folder of one place's pages, taxonomy, forms and demonstration data: <c>content-seed/&lt;key&gt;</c>.</summary>
/// <param name="Folder">The pack's own folder.</param>
/// <param name="Reference">Countries and languages, the same for every pack.</param>
/// <param name="Root">The folder that holds <c>content-seed</c> and <c>themes</c>.</param>
public sealed record SitePack(string Key, string Folder, string Reference, string Root)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Finds the pack in the content root, or in a folder above it as in a source tree, or beside the program.</summary>
    public static SitePack Find(string key, string contentRoot)
    {
        if (key.Length == 0 || !key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new InvalidOperationException($"“{key}” cannot be the name of a site pack: lower-case letters, digits and hyphens only.");
        }

        foreach (var start in new[] { contentRoot, AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var seeds = Path.Combine(folder.FullName, "content-seed");
                if (File.Exists(Path.Combine(seeds, key, "site.json")))
                {
                    return new SitePack(key, Path.Combine(seeds, key), Path.Combine(seeds, "reference"), folder.FullName);
                }
            }
        }

        throw new InvalidOperationException($"There is no site pack “{key}”: content-seed/{key}/site.json was not found in or above {contentRoot}.");
    }

    public Site Read()
    {
        var path = Path.Combine(Folder, "site.json");
        try
        {
            return JsonSerializer.Deserialize<Site>(File.ReadAllText(path), Json)!;
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
