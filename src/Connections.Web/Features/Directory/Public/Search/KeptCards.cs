using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Connections.Data.Listings.Search;
using Microsoft.AspNetCore.Html;

namespace Connections.Web.Features.Directory.Public.Search;

/// <summary>Keeps the written card of each listing, once for each language, so that a search that nobody has asked before still
/// writes only what is new about it. A changed listing is a new card object, so nothing kept can be out of date; what nobody
/// holds any more is collected with its card.</summary>
public sealed class KeptCards(HtmlEncoder encoder)
{
    private readonly ConditionalWeakTable<DirectoryCard, ConcurrentDictionary<string, HtmlString>> kept = [];

    public async Task<IHtmlContent> WriteAsync(DirectoryCard card, Func<Task<IHtmlContent>> write)
    {
        var byLanguage = kept.GetOrCreateValue(card);
        var language = CultureInfo.CurrentUICulture.Name;
        if (!byLanguage.TryGetValue(language, out var written))
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            (await write()).WriteTo(writer, encoder);
            byLanguage[language] = written = new HtmlString(writer.ToString());
        }

        return written;
    }
}
