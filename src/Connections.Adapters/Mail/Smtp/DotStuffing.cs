using System.Buffers;

namespace Connections.Adapters.Mail.Smtp;

/// <summary>The transparency rule of DATA: a dot that begins a line is doubled, and a line with one dot ends the mail.</summary>
internal static class DotStuffing
{
    public static void Write(ReadOnlySpan<byte> message, IBufferWriter<byte> output)
    {
        var endsLine = message.EndsWith("\r\n"u8);
        if (message.StartsWith("."u8))
        {
            output.Write("."u8);
        }

        while (true)
        {
            var dot = message.IndexOf("\r\n."u8);
            if (dot < 0)
            {
                break;
            }

            output.Write(message[..(dot + 3)]);
            output.Write("."u8);
            message = message[(dot + 3)..];
        }

        output.Write(message);
        output.Write(endsLine ? ".\r\n"u8 : "\r\n.\r\n"u8);
    }
}
