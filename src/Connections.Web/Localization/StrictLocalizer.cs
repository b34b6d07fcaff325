using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Localization;

/// <summary>Reads resources, complains about a missing key where that helps, and speaks the pseudo-locale.</summary>
public sealed class StrictLocalizer(IStringLocalizer inner, string source, bool throwsOnMissing) : IStringLocalizer
{
    // A page reads a hundred texts, and a resource manager takes a lock for each of them.
    private readonly ConcurrentDictionary<CultureInfo, ConcurrentDictionary<string, LocalizedString>> known = new();

    public LocalizedString this[string name] => Read(name);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = Read(name);
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, PluralText.Choose(text.Value, arguments), arguments), text.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => inner.GetAllStrings(includeParentCultures);

    private LocalizedString Read(string name)
    {
        var texts = known.GetOrAdd(CultureInfo.CurrentUICulture, static _ => new(StringComparer.Ordinal));
        if (texts.TryGetValue(name, out var text))
        {
            return text;
        }

        text = Find(name);
        if (!text.ResourceNotFound)
        {
            texts[name] = text;
        }

        return text;
    }

    private LocalizedString Find(string name)
    {
        var text = inner[name];
        if (text.ResourceNotFound && throwsOnMissing)
        {
            throw new MissingTextException(name, source);
        }

        return CultureInfo.CurrentUICulture.Name == PseudoText.Culture
            ? new LocalizedString(name, PseudoText.From(text.Value), text.ResourceNotFound)
            : text;
    }
}
