using System.Text;

namespace Connections.Web.Security.Input;

/// <summary>What is taken for text: any script, any sign, tabs and line ends. A character that no keyboard types (a control
/// character, or the mark that stands for bytes that are no Unicode) is taken out.</summary>
internal static class ReadableText
{
    /// <summary>The text with unreadable characters taken out, line ends as one character and accents composed.</summary>
    public static (string Text, bool WasReadable) Clean(string value)
    {
        var readable = !value.Any(IsUnreadable) && IsWellFormed(value);
        var text = readable ? value : Without(value);
        text = text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;
        return (text.IsNormalized() ? text : text.Normalize(), readable);
    }

    public static bool IsUnreadable(char c) => c == '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\u0085'));

    private static bool IsWellFormed(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && !(i + 1 < value.Length && char.IsSurrogatePair(value[i], value[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private static string Without(string value)
    {
        var kept = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            // A lone surrogate is enumerated as the replacement character, and goes with it.
            if (rune != Rune.ReplacementChar && !(rune.IsBmp && IsUnreadable((char)rune.Value)))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }
}
