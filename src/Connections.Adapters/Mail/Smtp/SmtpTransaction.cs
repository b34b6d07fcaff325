using System.Buffers;
using System.Text;
using Connections.Adapters.Mail.Mime;

namespace Connections.Adapters.Mail.Smtp;

/// <summary>MAIL, RCPT, DATA for one mail after the other over any connection; the buffers are kept from mail to mail.</summary>
internal sealed class SmtpTransaction(TimeSpan acceptTime)
{
    private readonly ArrayBufferWriter<byte> message = new(32 * 1024);
    private readonly ArrayBufferWriter<byte> wire = new(32 * 1024);

    /// <exception cref="SmtpConnectionException">The connection failed before the mail was handed over: it was certainly not sent.</exception>
    public async Task<MailOutcome> RunAsync(SmtpConnection connection, OutgoingMail mail)
    {
        connection.MailsTried++;
        message.ResetWrittenCount();
        MimeWriter.Write(mail, message);
        if (WhyUnfit(connection.Capabilities, mail) is { } reason)
        {
            return MailOutcome.Refused(reason);
        }

        var refusal = await AnnounceAsync(connection, mail);
        return refusal is null ? await HandOverAsync(connection) : await AbandonAsync(connection, refusal);
    }

    private string? WhyUnfit(SmtpCapabilities server, OutgoingMail mail)
    {
        if (mail.NeedsSmtpUtf8 && !(server.CanTakeUtf8 && server.CanTake8Bit))
        {
            return "The server cannot take addresses with letters outside ASCII before the @ sign.";
        }

        return server.LargestMail is { } limit && message.WrittenCount > limit
            ? $"The mail has {message.WrittenCount} bytes; the server takes at most {limit}."
            : null;
    }

    /// <summary>Sender, recipient and DATA: in one go where the server allows. Returns the reply that stops the mail, if any.</summary>
    private async Task<SmtpReply?> AnnounceAsync(SmtpConnection connection, OutgoingMail mail)
    {
        string[] commands = [MailCommand(connection.Capabilities, mail), $"RCPT TO:<{mail.To.Address}>", "DATA"];
        if (!connection.Capabilities.CanPipeline)
        {
            foreach (var command in commands)
            {
                var reply = await connection.AskAsync(command);
                if (!reply.IsPositive)
                {
                    return reply;
                }
            }

            return null;
        }

        await connection.WriteAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", commands) + "\r\n"));
        SmtpReply? refusal = null;
        SmtpReply? last = null;
        for (var i = 0; i < commands.Length && refusal is not { IsClosing: true }; i++)
        {
            last = await connection.ReadReplyAsync();
            refusal ??= last.IsPositive ? null : last;
        }

        if (refusal is not null && last?.Code == 354)
        {
            await connection.AskAsync("."); // it waits for a mail that nobody is to get: end it empty
        }

        return refusal;
    }

    private string MailCommand(SmtpCapabilities server, OutgoingMail mail)
    {
        var size = server.HasSize ? $" SIZE={message.WrittenCount}" : "";
        var utf8 = mail.NeedsSmtpUtf8 ? " BODY=8BITMIME SMTPUTF8" : "";
        return $"MAIL FROM:<{mail.EnvelopeSender.Address}>{size}{utf8}";
    }

    private async Task<MailOutcome> HandOverAsync(SmtpConnection connection)
    {
        wire.ResetWrittenCount();
        DotStuffing.Write(message.WrittenSpan, wire);
        SmtpReply reply;
        try
        {
            await connection.WriteAsync(wire.WrittenMemory);
            reply = await connection.ReadReplyAsync(acceptTime);
        }
        catch (SmtpConnectionException e)
        {
            return MailOutcome.Deferred($"{e.Message} The mail had been handed over and may have arrived.") with { MayHaveArrived = true };
        }

        return reply.ToOutcome() is { Status: MailStatus.Sent } sent ? sent : await AbandonAsync(connection, reply);
    }

    private static async Task<MailOutcome> AbandonAsync(SmtpConnection connection, SmtpReply reply)
    {
        if (reply.IsClosing)
        {
            connection.IsBroken = true;
            throw new SmtpConnectionException(reply.Text) { ReplyCode = reply.Code };
        }

        try
        {
            connection.IsBroken = (await connection.AskAsync("RSET")).Code != 250;
        }
        catch (SmtpConnectionException)
        {
            // The reply stands; only the connection is lost, and it says so itself.
        }

        return reply.ToOutcome();
    }
}
