using Connections.Adapters.Mail;
using Connections.Adapters.Mail.Smtp;
using Connections.Adapters.Tests.Servers;

namespace Connections.Adapters.Tests.Mail.Smtp;

/// <summary>What a server's no means for the mail, and that the next mail is not harmed by it.</summary>
public sealed class RefusalTests(MailSink sink)
{
    [Theory]
    [InlineData("plain", "rcpt", 450, MailStatus.Deferred)]
    [InlineData("plain", "rcpt", 550, MailStatus.Refused)]
    [InlineData("plain", "data", 451, MailStatus.Deferred)]
    [InlineData("plain", "data", 554, MailStatus.Refused)]
    [InlineData("bare", "rcpt", 451, MailStatus.Deferred)]
    [InlineData("bare", "rcpt", 553, MailStatus.Refused)]
    [InlineData("bare", "data", 452, MailStatus.Deferred)]
    public async Task A_scripted_reply_decides_the_outcome(string listener, string stage, int code, MailStatus expected)
    {
        var fine = Mails.NewAddress();
        await using var sender = Mails.Sender(await sink.OptionsAsync(listener));

        var outcomes = await sender.SendAsync([Mails.To($"{stage}-{code}@example.net"), Mails.To(fine)]);

        Assert.Equal(
            [new MailOutcome { Status = expected, Reason = $"{code} scripted {code} at {stage}", ReplyCode = code }, MailOutcome.Sent],
            outcomes);
        Assert.Single(await sink.ReceivedAsync(fine));
    }

    [Theory]
    [InlineData("plain", 421, MailStatus.Deferred)]
    [InlineData("plain", 452, MailStatus.Deferred)]
    [InlineData("plain", 550, MailStatus.Refused)]
    [InlineData("bare", 550, MailStatus.Refused)]
    [InlineData("plain", 530, MailStatus.Deferred)]
    public async Task A_sender_that_is_not_wanted_is_told_in_the_servers_words(string listener, int code, MailStatus expected)
    {
        var mail = Mails.To(Mails.NewAddress()) with { BouncesTo = Mailbox.Create($"mail-{code}@example.org") };
        await using var sender = Mails.Sender(await sink.OptionsAsync(listener));

        var outcome = await sender.SendAsync(mail);

        Assert.Equal(new MailOutcome { Status = expected, Reason = $"{code} scripted {code} at mail", ReplyCode = code }, outcome);
    }

    [Fact]
    public async Task A_mail_larger_than_the_server_takes_is_refused_without_being_sent()
    {
        var address = Mails.NewAddress();
        await using var sender = Mails.Sender(await sink.OptionsAsync("small"));

        var outcome = await sender.SendAsync(Mails.To(address) with { Text = new string('x', 11_000) });

        Assert.Equal(MailStatus.Refused, outcome.Status);
        Assert.EndsWith("the server takes at most 10000.", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(await sink.ReceivedAsync(address));
    }

    [Fact]
    public async Task A_wrong_password_defers_the_mail_because_the_mail_is_not_at_fault()
    {
        var options = await sink.SignedInOptionsAsync("startTls", SmtpSecurity.StartTls);
        options.Password = "wrong";
        await using var sender = Mails.Sender(options);

        var outcome = await sender.SendAsync(Mails.To("a@example.net"));

        Assert.Equal(MailOutcome.Deferred("The server did not accept our user name and password: 535 wrong user name or password"), outcome);
    }

    [Fact]
    public async Task Without_signing_in_a_server_that_wants_it_defers_the_mail()
    {
        var outcome = await Mails.Sender(await sink.OptionsAsync("startTls", SmtpSecurity.StartTls)).SendAsync(Mails.To("a@example.net"));

        Assert.Equal((MailStatus.Deferred, 530), (outcome.Status, outcome.ReplyCode));
    }

    [Fact]
    public async Task A_relay_that_cannot_be_reached_defers_every_mail_at_once()
    {
        await using var sender = Mails.Sender(new SmtpOptions { Host = "127.0.0.1", Port = 1, Security = SmtpSecurity.None });

        var outcomes = await sender.SendAsync([.. Enumerable.Range(0, 200).Select(_ => Mails.To("a@example.net"))]);

        Assert.Equal(200, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(MailStatus.Deferred, outcome.Status));
        Assert.All(outcomes, outcome => Assert.StartsWith("127.0.0.1:1 cannot be reached: ", outcome.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_not_begun_when_sending_is_stopped_are_deferred()
    {
        var address = Mails.NewAddress();
        await using var sender = Mails.Sender(await sink.OptionsAsync("plain"));

        var outcomes = await sender.SendAsync([Mails.To(address)], new CancellationToken(canceled: true));

        Assert.Equal([MailOutcome.Deferred("Sending was stopped before this mail's turn.")], outcomes);
        Assert.Empty(await sink.ReceivedAsync(address));
    }
}
