using System.Text;

namespace Connections.Domain.Forms;

/// <summary>Counts words the way a reader would: runs of letters and digits; in scripts written without spaces, two
/// characters count as one word.</summary>
public static class WordCount
{
    public static int Of(string? text)
    {
        int words = 0, unspaced = 0;
        var inWord = false;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (IsUnspaced(rune.Value))
            {
                unspaced++;
                inWord = false;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else if (Rune.IsWhiteSpace(rune) || rune.Value is '/' or '—' or '–' or '…')
            {
                inWord = false;
            }
        }

        return words + ((unspaced + 1) / 2);
    }

    // Han, kana, Thai, Lao, Khmer, Burmese and Tibetan are written without spaces between words; Hangul is not.
    private static bool IsUnspaced(int value) => value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x0F00 and <= 0x0FFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
