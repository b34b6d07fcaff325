using System.Text;

namespace Connections.Web.Security.Input;

/// <summary>The body of a form as it is sent: text with its bytes escaped as <c>%XX</c>.</summary>
internal static class EscapedText
{
    /// <returns>The same body, with every escaped byte that is zero or no Unicode replaced by the replacement character.</returns>
    public static byte[] Readable(ReadOnlySpan<byte> body)
    {
        var readable = new MemoryStream(body.Length);
        while (!body.IsEmpty)
        {
            var plain = body.IndexOf((byte)'%');
            plain = plain < 0 ? body.Length : plain;
            WritePlain(body[..plain], readable);
            body = body[plain..];

            var escaped = RunLength(body);
            if (escaped == 0 && !body.IsEmpty)
            {
                // A percent sign that escapes nothing stands for itself.
                readable.WriteByte((byte)'%');
                body = body[1..];
            }

            WriteEscaped(body[..escaped], readable);
            body = body[escaped..];
        }

        return readable.ToArray();
    }

    private static int RunLength(ReadOnlySpan<byte> body)
    {
        var length = 0;
        while (length + 2 < body.Length && body[length] == '%' && char.IsAsciiHexDigit((char)body[length + 1]) && char.IsAsciiHexDigit((char)body[length + 2]))
        {
            length += 3;
        }

        return length;
    }

    private static void WritePlain(ReadOnlySpan<byte> plain, MemoryStream readable)
    {
        foreach (var value in plain)
        {
            if (value == 0)
            {
                readable.Write("%EF%BF%BD"u8);
            }
            else
            {
                readable.WriteByte(value);
            }
        }
    }

    private static void WriteEscaped(ReadOnlySpan<byte> run, MemoryStream readable)
    {
        var bytes = Convert.FromHexString(Encoding.ASCII.GetString(run).Replace("%", "", StringComparison.Ordinal));
        var text = Encoding.UTF8.GetString(bytes);
        if (text.Contains('\uFFFD', StringComparison.Ordinal) || text.Contains('\0', StringComparison.Ordinal))
        {
            readable.Write(Encoding.ASCII.GetBytes(Uri.EscapeDataString(text.Replace('\0', '\uFFFD'))));
        }
        else
        {
            readable.Write(run);
        }
    }
}
