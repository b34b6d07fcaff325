using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Connections.Web.Sites;

/// <summary>The SVG drawings of the site pack, <c>assets/{folder}/{name}.svg</c>, ready to be put into a page. They carry
/// classes only, so the theme colours them.</summary>
public sealed partial class PackDrawings(SitePack pack)
{
    private readonly ConcurrentDictionary<(string Folder, string Name), string?> read = new();

    /// <returns>The content of the drawing's root element and its view box; null where there is no such drawing.</returns>
    public (string Content, string ViewBox)? Find(string folder, string name)
    {
        if (!PlainName().IsMatch(folder) || !PlainName().IsMatch(name) || read.GetOrAdd((folder, name), Read) is not { } svg)
        {
            return null;
        }

        var root = Root().Match(svg);
        return root.Success ? (svg[(root.Index + root.Length)..svg.LastIndexOf("</svg>", StringComparison.Ordinal)], root.Groups["box"].Value) : null;
    }

    private string? Read((string Folder, string Name) drawing)
    {
        var file = Path.Combine(pack.Folder, "assets", drawing.Folder, drawing.Name + ".svg");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    [GeneratedRegex("^[a-z0-9-]{1,80}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName();

    [GeneratedRegex("<svg[^>]*viewBox=\"(?<box>[^\"]+)\"[^>]*>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Root();
}
