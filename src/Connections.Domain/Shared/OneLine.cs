using System.Globalization;
using System.Text;

namespace Connections.Domain.Shared;

/// <summary>A text of one line, such as a name, a title or a subject, as it may stand in any sentence: nothing in it turns the
/// direction of what follows, breaks the line or cannot be seen at all.</summary>
/// <remarks>Scripts written from right to left need no such character: their letters carry their direction, and pages and
/// letters part a name from the words around it. The joiners U+200C and U+200D stay, because Persian, Urdu, Hindi and others
/// and joined signs are spelt with them; alone they are no text.</remarks>
public static class OneLine
{
    /// <returns>The text without controls, in one line; empty where nothing is left that can be seen.</returns>
    public static string Of(string text)
    {
        if (!text.Any(MayBeTakenOut))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (BreaksLine(rune))
            {
                line.Append(' ');
            }
            else if (!IsTakenOut(rune))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString() is var kept && kept.EnumerateRunes().Any(CanBeSeen) ? kept : "";
    }

    /// <summary>A quick look at one character, so that ordinary text is not copied.</summary>
    private static bool MayBeTakenOut(char c) => char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool BreaksLine(Rune rune) => rune.Value is '\t' or '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    private static bool IsTakenOut(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control || TurnsDirection(rune) || rune.Value is 0x200B or 0x2060 or 0xFEFF;

    /// <summary>Unicode's Bidi_Control: marks, embeddings, overrides and isolates.</summary>
    private static bool TurnsDirection(Rune rune) => rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool CanBeSeen(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark);
}
