using System.Globalization;
using System.Text;

namespace Connections.Domain.Shared;

/// <summary>What counts as text a person can have meant to write.</summary>
public static class WrittenText
{
    /// <returns>False where there is half a surrogate pair, a control character other than a line break or tab, or a
    /// character that turns the direction of the text around it.</returns>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            if (TurnsDirection(rune) || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && rune.Value is not ('\n' or '\r' or '\t')) || rune.Value == 0xFFFD)
            {
                return false;
            }

            i += consumed;
        }

        return true;
    }

    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
