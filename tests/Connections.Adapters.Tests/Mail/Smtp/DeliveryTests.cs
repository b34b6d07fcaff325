using Connections.Adapters.Mail;
using Connections.Adapters.Mail.Smtp;
using Connections.Adapters.Tests.Servers;

namespace Connections.Adapters.Tests.Mail.Smtp;

/// <summary>Mail arriving, over every kind of connection, at a real server.</summary>
public sealed class DeliveryTests(MailSink sink)
{
    [Theory]
    [InlineData("plain")]
    [InlineData("bare")]
    [InlineData("old")]
    public async Task A_mail_arrives_whole_whatever_the_server_can_do(string listener)
    {
        var address = Mails.NewAddress();
        var mail = Mails.To(address, "Mòrag") with
        {
            ReplyTo = Mailbox.Create("office@example.org", "The office"),
            BouncesTo = Mailbox.Create("bounces@example.org"),
            Subject = "Do iarrtas – received",
            Text = "Line one\n.\n..\nLine four\n",
            Language = "gd",
            IsAutomatic = true,
            Headers = MailHeader.OneClickUnsubscribe(new Uri("https://www.example.org/u/1")),
        };
        await using var sender = Mails.Sender(await sink.OptionsAsync(listener));

        var outcome = await sender.SendAsync(mail);

        Assert.Equal(MailOutcome.Sent, outcome);
        var received = Assert.Single(await sink.ReceivedAsync(address));
        Assert.Equal("bounces@example.org", received.From);
        Assert.Equal("Do iarrtas – received", received.Parsed.Subject);
        Assert.Equal(new ParsedAddress("Connections", "notices@example.org"), received.Parsed.From);
        Assert.Equal([new ParsedAddress("Mòrag", address)], received.Parsed.To);
        Assert.Equal([new ParsedAddress("The office", "office@example.org")], received.Parsed.ReplyTo);
        Assert.Equal($"<{mail.MessageId}>", received.Parsed.MessageId);
        Assert.Equal(Mails.Noon, received.Parsed.Date);
        Assert.Equal("Line one\n.\n..\nLine four\n", received.Parsed.Text?.TrimEnd('\n') + "\n");
        Assert.Equal("<https://www.example.org/u/1>", received.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", received.Header("List-Unsubscribe-Post"));
        Assert.Equal("auto-generated", received.Header("Auto-Submitted"));
        Assert.Equal("gd", received.Header("Content-Language"));
    }

    [Theory]
    [InlineData("startTls", SmtpSecurity.StartTls, "PLAIN")]
    [InlineData("startTls", SmtpSecurity.StartTlsWhenOffered, "PLAIN")]
    [InlineData("loginOnly", SmtpSecurity.StartTls, "LOGIN")]
    [InlineData("implicitTls", SmtpSecurity.ImplicitTls, "PLAIN")]
    public async Task A_mail_travels_encrypted_and_signed_in(string listener, SmtpSecurity security, string method)
    {
        var address = Mails.NewAddress();
        await using var sender = Mails.Sender(await sink.SignedInOptionsAsync(listener, security));

        var outcome = await sender.SendAsync(Mails.To(address));

        Assert.Equal(MailOutcome.Sent, outcome);
        var received = Assert.Single(await sink.ReceivedAsync(address));
        Assert.True(received.Encrypted);
        Assert.Equal($"relay-user by {method}", received.User);
    }

    [Fact]
    public async Task A_batch_comes_back_in_its_own_order_and_shares_a_few_connections()
    {
        var addresses = Enumerable.Range(0, 95).Select(i => i % 10 == 3 ? $"rcpt-550@n{i}.example.net" : Mails.NewAddress()).ToList();
        var options = await sink.OptionsAsync("plain");
        options.MaxConnections = 3;
        await using var sender = Mails.Sender(options);

        var outcomes = await sender.SendAsync([.. addresses.Select(address => Mails.To(address))]);

        Assert.Equal(
            addresses.Select(address => address.StartsWith("rcpt", StringComparison.Ordinal) ? MailStatus.Refused : MailStatus.Sent),
            outcomes.Select(outcome => outcome.Status));
        var received = await Task.WhenAll(addresses.Select(sink.ReceivedAsync));
        Assert.Equal(85, received.Sum(mails => mails.Count));
        Assert.Equal(3, received.SelectMany(mails => mails).Select(mail => mail.Connection).Distinct().Count());
    }

    [Fact]
    public async Task A_connection_is_kept_for_the_next_batch()
    {
        var (first, second) = (Mails.NewAddress(), Mails.NewAddress());
        await using var sender = Mails.Sender(await sink.OptionsAsync("plain"));

        await sender.SendAsync([Mails.To(first)]);
        await sender.SendAsync([Mails.To(second)]);

        Assert.Equal((await sink.ReceivedAsync(first))[0].Connection, (await sink.ReceivedAsync(second))[0].Connection);
    }

    [Fact]
    public async Task A_connection_is_given_up_after_its_share_of_mails()
    {
        var addresses = Enumerable.Range(0, 6).Select(_ => Mails.NewAddress()).ToList();
        var options = await sink.OptionsAsync("plain");
        options.MailsPerConnection = 2;
        await using var sender = Mails.Sender(options);

        await sender.SendAsync([.. addresses.Select(address => Mails.To(address))]);

        var connections = (await Task.WhenAll(addresses.Select(sink.ReceivedAsync))).Select(mails => Assert.Single(mails).Connection);
        Assert.Equal([2, 2, 2], connections.CountBy(connection => connection).Select(pair => pair.Value));
    }

    [Fact]
    public async Task An_address_outside_ascii_uses_smtputf8_where_the_server_has_it()
    {
        var address = $"jürgen-{Guid.NewGuid():N}@bücher.example";
        await using var able = Mails.Sender(await sink.OptionsAsync("plain"));
        await using var unable = Mails.Sender(await sink.OptionsAsync("bare"));

        var refused = await unable.SendAsync(Mails.To(address));
        var sent = await able.SendAsync(Mails.To(address));

        Assert.Equal(MailStatus.Refused, refused.Status);
        Assert.Equal("The server cannot take addresses with letters outside ASCII before the @ sign.", refused.Reason);
        Assert.Equal(MailOutcome.Sent, sent);
        var received = Assert.Single(await sink.ReceivedAsync(address));
        Assert.True(received.Parameters.GetProperty("SMTPUTF8").GetBoolean());
        Assert.StartsWith("jürgen-", Assert.Single(received.Parsed.To).Address, StringComparison.Ordinal);
    }
}
