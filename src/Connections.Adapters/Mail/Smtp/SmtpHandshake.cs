using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Connections.Adapters.Mail.Smtp;

/// <summary>Everything before the first mail: connect, encrypt, greet, sign in.</summary>
internal static class SmtpHandshake
{
    public static async Task<SmtpConnection> OpenAsync(SmtpOptions options, CancellationToken ct)
    {
        var connection = await SmtpConnection.OpenAsync(options, ct);
        try
        {
            await PrepareAsync(connection, options);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task PrepareAsync(SmtpConnection connection, SmtpOptions options)
    {
        if (options.Security is SmtpSecurity.ImplicitTls)
        {
            await connection.StartTlsAsync(Tls(options));
        }

        var greeting = await connection.ReadReplyAsync();
        if (greeting.Code != 220)
        {
            throw new SmtpConnectionException($"The server does not take mail from us: {greeting.Text}") { ReplyCode = greeting.Code };
        }

        await GreetAsync(connection, options);
        if (options.Security is SmtpSecurity.StartTls or SmtpSecurity.StartTlsWhenOffered)
        {
            await EncryptAsync(connection, options);
        }

        if (!string.IsNullOrEmpty(options.UserName))
        {
            await SmtpAuthentication.SignInAsync(connection, options);
        }
    }

    private static async Task GreetAsync(SmtpConnection connection, SmtpOptions options)
    {
        var name = options.ClientName ?? AddressLiteral(connection.LocalAddress);
        var reply = await connection.AskAsync($"EHLO {name}");
        if (reply.Code == 250)
        {
            connection.Capabilities = new SmtpCapabilities(reply.Lines.Skip(1));
            return;
        }

        // A server from before 1995 knows only HELO, and can then do nothing beyond the plain commands.
        reply = reply.Code >= 500 ? await connection.AskAsync($"HELO {name}") : reply;
        if (reply.Code != 250)
        {
            throw new SmtpConnectionException($"The server did not accept our greeting: {reply.Text}") { ReplyCode = reply.Code };
        }

        connection.Capabilities = SmtpCapabilities.None;
    }

    private static async Task EncryptAsync(SmtpConnection connection, SmtpOptions options)
    {
        var reply = connection.Capabilities.CanStartTls ? await connection.AskAsync("STARTTLS") : null;
        if (reply?.Code == 220)
        {
            await connection.StartTlsAsync(Tls(options));
            await GreetAsync(connection, options); // what was said before encryption does not count any more
        }
        else if (options.Security is SmtpSecurity.StartTls)
        {
            throw new SmtpConnectionException(
                reply is null ? "The server does not offer STARTTLS, and nothing is sent without it." : $"The server refused STARTTLS: {reply.Text}");
        }
    }

    private static SslClientAuthenticationOptions Tls(SmtpOptions options)
    {
        var tls = new SslClientAuthenticationOptions { TargetHost = options.Host };
        if (options.CertificateSha256 is { } pinned)
        {
            tls.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                string.Equals(certificate?.GetCertHashString(HashAlgorithmName.SHA256), pinned, StringComparison.OrdinalIgnoreCase);
        }

        return tls;
    }

    private static string AddressLiteral(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetworkV6 ? $"[IPv6:{new IPAddress(plain.GetAddressBytes())}]" : $"[{plain}]";
    }
}
