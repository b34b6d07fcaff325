using Connections.Adapters.Mail;
using Connections.Adapters.Mail.Smtp;
using Connections.Adapters.Tests.Servers;

namespace Connections.Adapters.Tests.Mail.Smtp;

/// <summary>What must never leave unencrypted, and whom we do not talk to.</summary>
public sealed class EncryptionTests(MailSink sink)
{
    [Fact]
    public async Task A_password_is_not_sent_over_an_unencrypted_connection()
    {
        await using var server = new ScriptedServer(line => SignInAsync(line));
        var options = Scripted(server, SmtpSecurity.StartTlsWhenOffered);
        (options.UserName, options.Password) = ("user", "secret");
        await using var sender = Mails.Sender(options);

        var outcome = await sender.SendAsync(Mails.To("a@example.net"));

        Assert.Equal(MailOutcome.Deferred("The connection is not encrypted, so the password was not sent."), outcome);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_is_sent_unencrypted_only_where_that_is_allowed()
    {
        var address = Mails.NewAddress();
        var options = await sink.SignedInOptionsAsync("plainAuth", SmtpSecurity.None);
        options.AllowPlaintextAuthentication = true;
        await using var sender = Mails.Sender(options);

        Assert.Equal(MailOutcome.Sent, await sender.SendAsync(Mails.To(address)));
        Assert.False(Assert.Single(await sink.ReceivedAsync(address)).Encrypted);
    }

    [Fact]
    public async Task Where_encryption_is_required_a_server_without_it_gets_nothing()
    {
        await using var server = new ScriptedServer(line => SignInAsync(line));
        await using var sender = Mails.Sender(Scripted(server, SmtpSecurity.StartTls));

        var outcome = await sender.SendAsync(Mails.To("a@example.net"));

        Assert.Equal(MailOutcome.Deferred("The server does not offer STARTTLS, and nothing is sent without it."), outcome);
        Assert.Equal(["EHLO [127.0.0.1]", "QUIT"], server.Heard);
    }

    [Fact]
    public async Task A_refused_starttls_is_not_passed_over()
    {
        await using var server = new ScriptedServer(async line =>
        {
            await line.GreetAsync("STARTTLS");
            await line.HearAsync();
            await line.SayAsync("454 no certificate today");
            await line.HearAsync();
        });
        await using var sender = Mails.Sender(Scripted(server, SmtpSecurity.StartTls));

        var outcome = await sender.SendAsync(Mails.To("a@example.net"));

        Assert.Equal(MailOutcome.Deferred("The server refused STARTTLS: 454 no certificate today"), outcome);
    }

    [Fact]
    public async Task Replies_slipped_in_before_the_encryption_end_the_connection()
    {
        await using var server = new ScriptedServer(async line =>
        {
            await line.GreetAsync("STARTTLS");
            await line.HearAsync();
            await line.SayAsync("220 go on\r\n250-evil.example\r\n250 AUTH PLAIN");
            await line.HearAsync();
        });
        await using var sender = Mails.Sender(Scripted(server, SmtpSecurity.StartTls));

        var outcome = await sender.SendAsync(Mails.To("a@example.net"));

        Assert.Equal(MailOutcome.Deferred("The server sent something between STARTTLS and the encryption."), outcome);
    }

    [Theory]
    [InlineData("startTls", SmtpSecurity.StartTls)]
    [InlineData("startTls", SmtpSecurity.StartTlsWhenOffered)]
    [InlineData("implicitTls", SmtpSecurity.ImplicitTls)]
    public async Task A_certificate_nobody_vouches_for_is_not_accepted(string listener, SmtpSecurity security)
    {
        var address = Mails.NewAddress();
        var options = await sink.SignedInOptionsAsync(listener, security);
        options.CertificateSha256 = null;
        await using var sender = Mails.Sender(options);

        var outcome = await sender.SendAsync(Mails.To(address));

        Assert.Equal(MailStatus.Deferred, outcome.Status);
        Assert.StartsWith("The server's certificate or encryption is not acceptable: ", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(await sink.ReceivedAsync(address));
    }

    [Fact]
    public async Task A_certificate_other_than_the_pinned_one_is_not_accepted()
    {
        var options = await sink.SignedInOptionsAsync("startTls", SmtpSecurity.StartTls);
        options.CertificateSha256 = new string('0', 64);
        await using var sender = Mails.Sender(options);

        var outcome = await sender.SendAsync(Mails.To("a@example.net"));

        Assert.StartsWith("The server's certificate or encryption is not acceptable: ", outcome.Reason, StringComparison.Ordinal);
    }

    private static SmtpOptions Scripted(ScriptedServer server, SmtpSecurity security) =>
        new() { Host = "127.0.0.1", Port = server.Port, Security = security, ReplySeconds = 5 };

    private static async Task SignInAsync(ScriptedServer.Line line)
    {
        await line.GreetAsync("AUTH PLAIN LOGIN");
        await line.HearAsync();
    }
}
