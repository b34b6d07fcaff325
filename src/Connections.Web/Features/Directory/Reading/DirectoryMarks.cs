using Connections.Domain.Directory;
using Connections.Web.Sites;
using Microsoft.AspNetCore.Html;

namespace Connections.Web.Features.Directory.Reading;

/// <summary>The small picture beside an organisation's name, from the site pack: its own where one was chosen, otherwise
/// always the same one. It is decoration and says nothing.</summary>
public sealed class DirectoryMarks
{
    private readonly Dictionary<string, HtmlString> byName;
    private readonly HtmlString[] all;

    public DirectoryMarks(SitePack pack)
    {
        var folder = new DirectoryInfo(Path.Combine(pack.Folder, "assets", "logos"));
        byName = folder.Exists
            ? folder.EnumerateFiles("*.svg").OrderBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => Path.GetFileNameWithoutExtension(f.Name), f => new HtmlString(File.ReadAllText(f.FullName).Trim()))
            : [];
        all = [.. byName.Values];
    }

    public IHtmlContent For(ListingId id, ListingContent content)
    {
        if (content.Mark is not null && byName.TryGetValue(content.Mark, out var chosen))
        {
            return chosen;
        }

        return all.Length == 0 ? HtmlString.Empty : all[id.Value.ToByteArray()[15] % all.Length];
    }
}
