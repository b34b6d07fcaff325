using System.Globalization;
using System.Text;

namespace Connections.Domain.Shared;

/// <summary>The part of a web address made from a name: lower case, hyphens, at most 80 characters. Letters of every
/// script are kept (an address in Greek stays Greek); only marks on Latin letters fall away.</summary>
public static class Slug
{
    private const int MaxLength = 80;

    /// <returns>The slug, or <paramref name="fallback"/> where the name has no letter or digit.</returns>
    public static string From(string name, string fallback)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                if (!EndsInLatin(slug))
                {
                    slug.Append(rune.ToString());
                }
            }
            else if (slug.Length > 0 && slug[^1] != '-' && rune.Value is not ('\'' or '’'))
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Normalize(NormalizationForm.FormC).Trim('-');
        return text.Length == 0 ? fallback : Shorten(text);
    }

    private static bool EndsInLatin(StringBuilder slug) => slug.Length == 0 || slug[^1] < 0x250;

    private static string Shorten(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..end].TrimEnd('-');
    }
}
