using System.Buffers;
using System.Text;

namespace Connections.Adapters.Mail.Mime;

/// <summary>One text with its own headers, in whichever of the two encodings comes out shorter.</summary>
internal static class BodyPart
{
    public static void Write(string mediaType, string text, IBufferWriter<byte> output)
    {
        text = WithPlainLineBreaks(text);
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var bytes = utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8));
            HeaderLine.Write("Content-Type", $"{mediaType}; charset=utf-8", output);

            // Quoted-printable spends three characters on an escaped byte, base64 four on any three.
            if (2 * QuotedPrintable.CountEscapes(bytes) <= bytes.Length / 3)
            {
                HeaderLine.Write("Content-Transfer-Encoding", "quoted-printable", output);
                output.Write("\r\n"u8);
                QuotedPrintable.Write(bytes, output);
            }
            else
            {
                HeaderLine.Write("Content-Transfer-Encoding", "base64", output);
                output.Write("\r\n"u8);
                Base64Lines.Write(bytes, output);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    // Both encodings then need to look for one kind of line break only.
    private static string WithPlainLineBreaks(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}
