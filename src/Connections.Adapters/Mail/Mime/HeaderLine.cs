using System.Buffers;
using System.Text;

namespace Connections.Adapters.Mail.Mime;

/// <summary>One header, folded between words so that no line passes 76 characters unless a single word does.</summary>
internal static class HeaderLine
{
    /// <summary>RFC 5322 says 78; lines with encoded words may only have 76 (RFC 2047), which then serves for all.</summary>
    private const int Width = 76;

    /// <summary>A value that is already fit to be written: folded at its blanks, never encoded.</summary>
    public static void Write(string name, string value, IBufferWriter<byte> output) =>
        WriteWords(name, value.Split(' ', StringSplitOptions.RemoveEmptyEntries), output);

    /// <summary>Free text such as a subject: as it stands where that is plain ASCII, as encoded words otherwise.</summary>
    public static void WriteText(string name, string text, IBufferWriter<byte> output) =>
        WriteWords(
            name,
            text.Length == 0 ? [] : IsPlain(text) ? text.Split(' ') : EncodedWord.Split(text, Width - name.Length - 2),
            output);

    public static void WriteMailbox(string name, Mailbox mailbox, IBufferWriter<byte> output) =>
        WriteWords(
            name,
            mailbox.Name is null
                ? [mailbox.Address]
                : [.. DisplayName(mailbox.Name, Width - name.Length - 2), $"<{mailbox.Address}>"],
            output);

    private static IEnumerable<string> DisplayName(string name, int room)
    {
        if (!IsPlain(name))
        {
            return EncodedWord.Split(name, room);
        }

        if (name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '\''))
        {
            return name.Split(' ');
        }

        var quoted = $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return quoted.Length <= room ? [quoted] : EncodedWord.Split(name, room);
    }

    // Whatever a reader could undo differently (doubled blanks, a fold in a long word, "=?") is encoded instead.
    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && !text.Contains("=?", StringComparison.Ordinal)
        && Array.TrueForAll(text.Split(' '), word => word.Length is > 0 and <= 50);

    private static void WriteWords(string name, IEnumerable<string> words, IBufferWriter<byte> output)
    {
        var line = new StringBuilder(name, 256).Append(':');
        var column = line.Length;
        var isFirst = true;
        foreach (var word in words)
        {
            // The first word stays on the header's own line: some mail programs lose a value that begins below it.
            if (!isFirst && column + 1 + word.Length > Width)
            {
                line.Append("\r\n");
                column = 0;
            }

            line.Append(' ').Append(word);
            column += 1 + word.Length;
            isFirst = false;
        }

        line.Append(isFirst ? " \r\n" : "\r\n");
        foreach (var chunk in line.GetChunks())
        {
            Encoding.UTF8.GetBytes(chunk.Span, output);
        }
    }
}
