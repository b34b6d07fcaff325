using System.Buffers;
using System.Globalization;
using System.Text;

namespace Connections.Adapters.Mail.Mime;

/// <summary>Writes a mail in the form it travels in (RFC 5322 and MIME): headers, then text and HTML as alternatives.</summary>
/// <remarks>
/// The same mail always gives the same bytes. Bodies are quoted-printable, or base64 where that is shorter, so every
/// line is short and ASCII; only the addresses of an SMTPUTF8 mail may hold other bytes.
/// </remarks>
public static class MimeWriter
{
    // "=_" can stand neither in quoted-printable nor in base64, so no body can imitate the boundary.
    private const string Boundary = "=_alternative";

    public static void Write(OutgoingMail mail, IBufferWriter<byte> output)
    {
        WriteHeaders(mail, output);
        if (mail.Html is null)
        {
            BodyPart.Write("text/plain", mail.Text.EndsWith('\n') ? mail.Text : mail.Text + "\n", output);
            return;
        }

        HeaderLine.Write("Content-Type", $"multipart/alternative; boundary=\"{Boundary}\"", output);
        WriteAlternative("text/plain", mail.Text, output);
        WriteAlternative("text/html", mail.Html, output);
        Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n", output);
    }

    public static byte[] ToArray(OutgoingMail mail)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        Write(mail, output);
        return output.WrittenSpan.ToArray();
    }

    private static void WriteHeaders(OutgoingMail mail, IBufferWriter<byte> output)
    {
        HeaderLine.Write("Date", mail.Date.ToString("ddd, dd MMM yyyy HH':'mm':'ss", CultureInfo.InvariantCulture) + Zone(mail.Date), output);
        HeaderLine.WriteMailbox("From", mail.From, output);
        HeaderLine.WriteMailbox("To", mail.To, output);
        if (mail.ReplyTo is not null)
        {
            HeaderLine.WriteMailbox("Reply-To", mail.ReplyTo, output);
        }

        HeaderLine.WriteText("Subject", mail.Subject, output);
        HeaderLine.Write("Message-ID", $"<{mail.MessageId}>", output);
        if (mail.IsAutomatic)
        {
            HeaderLine.Write("Auto-Submitted", "auto-generated", output);
        }

        foreach (var header in mail.Headers)
        {
            HeaderLine.Write(header.Name, header.Value, output);
        }

        HeaderLine.Write("MIME-Version", "1.0", output);
        if (mail.Language is not null)
        {
            HeaderLine.Write("Content-Language", mail.Language, output);
        }
    }

    // The line break before a boundary belongs to the boundary, so a body keeps its end exactly.
    private static void WriteAlternative(string mediaType, string text, IBufferWriter<byte> output)
    {
        Encoding.ASCII.GetBytes($"\r\n--{Boundary}\r\n", output);
        BodyPart.Write(mediaType, text, output);
    }

    private static string Zone(DateTimeOffset date) =>
        date.ToString(" zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
