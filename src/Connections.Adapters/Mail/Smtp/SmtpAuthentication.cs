using System.Text;

namespace Connections.Adapters.Mail.Smtp;

/// <summary>AUTH PLAIN, or AUTH LOGIN where the server knows nothing better. Never unencrypted unless that was asked for.</summary>
internal static class SmtpAuthentication
{
    public static async Task SignInAsync(SmtpConnection connection, SmtpOptions options)
    {
        if (!connection.IsEncrypted && !options.AllowPlaintextAuthentication)
        {
            throw new SmtpConnectionException("The connection is not encrypted, so the password was not sent.");
        }

        var reply = connection.Capabilities switch
        {
            var c when c.CanAuthenticate("PLAIN") => await PlainAsync(connection, options),
            var c when c.CanAuthenticate("LOGIN") => await LoginAsync(connection, options),
            _ => throw new SmtpConnectionException("The server offers neither AUTH PLAIN nor AUTH LOGIN."),
        };
        if (reply.Code != 235)
        {
            throw new SmtpConnectionException($"The server did not accept our user name and password: {reply.Text}") { ReplyCode = reply.Code };
        }
    }

    private static Task<SmtpReply> PlainAsync(SmtpConnection connection, SmtpOptions options) =>
        connection.AskAsync($"AUTH PLAIN {Base64($"\0{options.UserName}\0{options.Password}")}");

    private static async Task<SmtpReply> LoginAsync(SmtpConnection connection, SmtpOptions options)
    {
        var reply = await connection.AskAsync("AUTH LOGIN");
        reply = reply.Code == 334 ? await connection.AskAsync(Base64(options.UserName!)) : reply;
        return reply.Code == 334 ? await connection.AskAsync(Base64(options.Password!)) : reply;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
