using System.Buffers;
using System.Buffers.Text;

namespace Connections.Adapters.Mail.Mime;

/// <summary>Base64 in lines of 76 characters, with every line break of the text (\n) in its canonical form first.</summary>
internal static class Base64Lines
{
    private const int BytesPerLine = 57;

    public static void Write(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        var canonical = ArrayPool<byte>.Shared.Rent((text.Length * 2) + 1);
        try
        {
            var bytes = canonical.AsSpan(0, Canonicalise(text, canonical));
            while (!bytes.IsEmpty)
            {
                var piece = bytes[..Math.Min(BytesPerLine, bytes.Length)];
                var target = output.GetSpan(80);
                Base64.EncodeToUtf8(piece, target, out _, out var written);
                "\r\n"u8.CopyTo(target[written..]);
                output.Advance(written + 2);
                bytes = bytes[piece.Length..];
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(canonical);
        }
    }

    private static int Canonicalise(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var written = 0;
        foreach (var b in text)
        {
            if (b == '\n')
            {
                target[written++] = (byte)'\r';
            }

            target[written++] = b;
        }

        return written;
    }
}
