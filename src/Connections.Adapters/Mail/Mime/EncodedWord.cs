using System.Text;

namespace Connections.Adapters.Mail.Mime;

/// <summary>Encoded words (RFC 2047): text of any script cut into words of at most 75 characters, never inside a character.</summary>
internal static class EncodedWord
{
    private const int Longest = 75;
    private const int Frame = 12; // =?utf-8?B?…?=

    /// <summary>Cuts <paramref name="text"/> into encoded words, the first of which has only <paramref name="firstRoom"/> characters.</summary>
    public static List<string> Split(string text, int firstRoom)
    {
        List<string> words = [];
        var isQ = IsShorterAsQ(text);
        var word = new List<byte>(Longest);
        var (room, asQ) = (Math.Min(firstRoom, Longest) - Frame, 0);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = utf8[..rune.EncodeToUtf8(utf8)];
            var length = isQ ? asQ + LengthAsQ(bytes) : LengthAsB(word.Count + bytes.Length);
            if (word.Count > 0 && length > room)
            {
                words.Add(Encode(word, isQ));
                word.Clear();
                (room, asQ) = (Longest - Frame, 0);
            }

            asQ += LengthAsQ(bytes);
            word.AddRange(bytes);
        }

        words.Add(Encode(word, isQ));
        return words;
    }

    private static bool IsShorterAsQ(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return LengthAsQ(bytes) <= LengthAsB(bytes.Length);
    }

    private static int LengthAsQ(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        foreach (var b in bytes)
        {
            length += IsLiteral(b) || b == ' ' ? 1 : 3;
        }

        return length;
    }

    private static int LengthAsB(int bytes) => (bytes + 2) / 3 * 4;

    private static string Encode(List<byte> bytes, bool isQ) =>
        isQ
            ? $"=?utf-8?Q?{string.Concat(bytes.Select(b => b == ' ' ? "_" : IsLiteral(b) ? ((char)b).ToString() : $"={b:X2}"))}?="
            : $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    // The few characters that stand for themselves even inside a display name.
    private static bool IsLiteral(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'!' or (byte)'*' or (byte)'+' or (byte)'/';
}
