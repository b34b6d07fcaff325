using System.Globalization;
using System.Text;

namespace Connections.Data.Listings.Search;

/// <summary>Cuts text of any script into the words it is found by. Done here and not by a database, so that every database
/// finds the same.</summary>
/// <remarks>Case and compatibility forms fall together, marks fall off Latin, Greek, Cyrillic, Arabic and Hebrew letters, and
/// a few letters become the ones people type for them. Scripts that write no spaces become overlapping pairs of characters.</remarks>
public static class FoldedText
{
    /// <returns>The words in their order, with repetitions.</returns>
    public static List<string> Words(string? text)
    {
        var words = new List<string>();
        if (string.IsNullOrWhiteSpace(text))
        {
            return words;
        }

        var word = new StringBuilder();
        var wordIsPaired = false;
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            var paired = IsPaired(rune);
            if (!IsPartOfWord(rune) || (word.Length > 0 && paired != wordIsPaired))
            {
                Flush(word, wordIsPaired, words);
            }

            if (IsPartOfWord(rune))
            {
                word.Append(rune.ToString());
                wordIsPaired = paired;
            }
        }

        Flush(word, wordIsPaired, words);
        return words;
    }

    /// <returns>Whether the word came from a script without spaces, where a misspelling has no nearest word.</returns>
    public static bool IsPaired(string word) => word.EnumerateRunes().Any(IsPaired);

    public static string Fold(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.ToString());
        }

        var folded = new StringBuilder(clean.Length);
        var losesMarks = false;
        foreach (var rune in clean.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
            {
                losesMarks = rune.Value is < 0x0700 or (>= 0x1D00 and < 0x2000) or (>= 0xFB1D and < 0xFE00);
                AppendPlain(folded, rune);
            }
            else if (!losesMarks)
            {
                folded.Append(rune.ToString());
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static void AppendPlain(StringBuilder folded, Rune rune)
    {
        switch (rune.Value)
        {
            case 'ß': folded.Append("ss"); break;
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'þ': folded.Append("th"); break;
            case 'ø': folded.Append('o'); break;
            case 'đ' or 'ð': folded.Append('d'); break;
            case 'ł': folded.Append('l'); break;
            case 'ı': folded.Append('i'); break;
            case 'ς': folded.Append('σ'); break;
            case 'ى': folded.Append('ي'); break;
            case 'ة': folded.Append('ه'); break;
            case '\'' or '’' or 'ʻ' or 'ʼ' or 'ـ': break; // St Andrew's is found as St Andrews; the Arabic stretch has no sound
            default: folded.Append(rune.ToString()); break;
        }
    }

    private static bool IsPartOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsPaired(Rune rune) => rune.Value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) // Thai, Lao, Burmese, Khmer
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x323AF); // kana, Han, Hangul

    private static void Flush(StringBuilder word, bool paired, List<string> words)
    {
        if (word.Length == 0)
        {
            return;
        }

        if (paired)
        {
            var runes = word.ToString().EnumerateRunes().ToArray();
            words.AddRange(runes.Length == 1
                ? [runes[0].ToString()]
                : Enumerable.Range(0, runes.Length - 1).Select(i => $"{runes[i]}{runes[i + 1]}"));
        }
        else
        {
            words.Add(word.ToString());
        }

        word.Clear();
    }
}
