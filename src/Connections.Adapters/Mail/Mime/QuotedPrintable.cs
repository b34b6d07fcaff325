using System.Buffers;

namespace Connections.Adapters.Mail.Mime;

/// <summary>Quoted-printable (RFC 2045, section 6.7): lines of at most 76 characters; a line break of the text (\n) stays one.</summary>
internal static class QuotedPrintable
{
    private const int Room = 75; // 76 with the "=" of a soft line break

    private static readonly SearchValues<byte> Literal = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(i => (byte)i).Where(b => b != '='), (byte)'\t']);

    public static int CountEscapes(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var b in text)
        {
            count += b is > (byte)'~' or (byte)'=' or < (byte)' ' and not ((byte)'\n' or (byte)'\t') ? 1 : 0;
        }

        return count;
    }

    public static void Write(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        // Three characters a byte, and three more for a soft break after at least 72 of them.
        var target = output.GetSpan((text.Length * 4) + 16);
        var written = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            written += WriteLine(line, target[written..]);
            if (end >= 0)
            {
                "\r\n"u8.CopyTo(target[written..]);
                written += 2;
            }
        }

        output.Advance(written);
    }

    private static int WriteLine(ReadOnlySpan<byte> line, Span<byte> target)
    {
        var (written, column) = (0, 0);
        while (!line.IsEmpty)
        {
            var escape = line.IndexOfAnyExcept(Literal);
            var run = escape < 0 ? line.Length : escape;
            if (escape < 0 && (line[^1] is (byte)' ' or (byte)'\t'))
            {
                run--; // A blank at the end of a line would be stripped on the way, so that one is escaped.
            }

            while (run > 0)
            {
                var piece = Math.Min(run, Room - column);
                line[..piece].CopyTo(target[written..]);
                (written, column, run) = (written + piece, column + piece, run - piece);
                line = line[piece..];
                (written, column) = run > 0 ? SoftBreak(target, written) : (written, column);
            }

            if (!line.IsEmpty)
            {
                (written, column) = column + 3 > Room ? SoftBreak(target, written) : (written, column);
                target[written] = (byte)'=';
                target[written + 1] = Hex(line[0] >> 4);
                target[written + 2] = Hex(line[0] & 15);
                (written, column) = (written + 3, column + 3);
                line = line[1..];
            }
        }

        return written;
    }

    private static (int Written, int Column) SoftBreak(Span<byte> target, int written)
    {
        "=\r\n"u8.CopyTo(target[written..]);
        return (written + 3, 0);
    }

    private static byte Hex(int nibble) => (byte)"0123456789ABCDEF"[nibble];
}
