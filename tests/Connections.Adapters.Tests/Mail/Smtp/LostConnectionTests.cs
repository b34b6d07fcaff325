using Connections.Adapters.Mail;
using Connections.Adapters.Mail.Smtp;
using Connections.Adapters.Tests.Servers;

namespace Connections.Adapters.Tests.Mail.Smtp;

/// <summary>Connections that die, hang or talk nonsense: no mail is lost, and none is sent twice without being said.</summary>
public sealed class LostConnectionTests
{
    [Fact]
    public async Task A_kept_connection_that_died_is_replaced_and_the_mail_goes_once()
    {
        await using var server = new ScriptedServer(
            async line =>
            {
                await line.GreetAsync();
                await line.TakeMailAsync();
            },
            async line =>
            {
                await line.GreetAsync();
                await line.TakeMailAsync();
                await line.HearAsync();
            });
        await using var sender = Mails.Sender(Options(server));

        var first = await sender.SendAsync(Mails.To("a@example.net"));
        var second = await sender.SendAsync(Mails.To("b@example.net"));

        Assert.Equal([MailOutcome.Sent, MailOutcome.Sent], [first, second]);
        Assert.Equal(2, server.Connections);
        Assert.Single(server.Heard, line => line == "RCPT TO:<b@example.net>");
    }

    [Fact]
    public async Task A_kept_connection_the_server_says_goodbye_on_is_replaced()
    {
        await using var server = new ScriptedServer(
            async line =>
            {
                await line.GreetAsync("PIPELINING");
                await line.TakeMailAsync();
                await line.SayAsync("421 idle for too long");
            },
            async line =>
            {
                await line.GreetAsync("PIPELINING");
                await line.TakeMailAsync();
                await line.HearAsync();
            });
        await using var sender = Mails.Sender(Options(server));

        await sender.SendAsync(Mails.To("a@example.net"));
        var second = await sender.SendAsync(Mails.To("b@example.net"));

        Assert.Equal(MailOutcome.Sent, second);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_mail_handed_over_without_an_answer_is_not_sent_again_by_itself()
    {
        await using var server = new ScriptedServer(
            async line =>
            {
                await line.GreetAsync();
                await line.TakeMailAsync();
                await line.TakeMailAsync(lastReply: null);
            },
            line => line.GreetAsync());
        await using var sender = Mails.Sender(Options(server));

        await sender.SendAsync(Mails.To("a@example.net"));
        var outcome = await sender.SendAsync(Mails.To("b@example.net"));

        Assert.Equal(MailStatus.Deferred, outcome.Status);
        Assert.True(outcome.MayHaveArrived);
        Assert.Single(server.Heard, line => line == "RCPT TO:<b@example.net>");
    }

    [Fact]
    public async Task A_new_connection_that_dies_defers_the_mail()
    {
        await using var server = new ScriptedServer(async line =>
        {
            await line.GreetAsync();
            await line.HearAsync();
        });
        await using var sender = Mails.Sender(Options(server));

        var outcome = await sender.SendAsync(Mails.To("a@example.net"));

        Assert.Equal(MailStatus.Deferred, outcome.Status);
        Assert.False(outcome.MayHaveArrived);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task After_a_refusal_the_server_is_reset_and_the_connection_kept()
    {
        await using var server = new ScriptedServer(async line =>
        {
            await line.GreetAsync("PIPELINING");
            foreach (var reply in (string[])["250 OK", "550-no such\r\n550 person", "354 go on"])
            {
                await line.HearAsync();
                await line.SayAsync(reply);
            }

            Assert.Equal(".", await line.HearAsync());
            await line.SayAsync("554 no valid recipients");
            Assert.Equal("RSET", await line.HearAsync());
            await line.SayAsync("250 OK");
            await line.TakeMailAsync();
            await line.HearAsync();
        });
        await using var sender = Mails.Sender(Options(server));

        var outcomes = await sender.SendAsync([Mails.To("a@example.net"), Mails.To("b@example.net")]);

        Assert.Equal([MailOutcome.Refused("550 no such person", 550), MailOutcome.Sent], outcomes);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_left_after_the_time_limit()
    {
        await using var server = new ScriptedServer(async line =>
        {
            await line.GreetAsync();
            await line.HearAsync();
            await line.HearAsync();
        });
        var options = Options(server);
        options.ReplySeconds = 1;
        await using var sender = Mails.Sender(options);

        var outcome = await sender.SendAsync(Mails.To("a@example.net"));

        Assert.Equal(MailOutcome.Deferred("The server did not answer in time."), outcome);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request", "The server does not speak SMTP: 'HTTP/1.1 400 Bad Request'.")]
    [InlineData("220-a\r\n250 b", "The server does not speak SMTP: '250 b'.")]
    [InlineData("554 go away", "The server does not take mail from us: 554 go away")]
    public async Task A_strange_greeting_defers_the_mail(string greeting, string reason)
    {
        await using var server = new ScriptedServer(async line =>
        {
            await line.SayAsync(greeting);
            await line.HearAsync();
        });
        await using var sender = Mails.Sender(Options(server));

        Assert.Equal(reason, (await sender.SendAsync(Mails.To("a@example.net"))).Reason);
    }

    [Theory]
    [InlineData(false, "The server's reply has a line that does not end.")]
    [InlineData(true, "The server's reply does not end.")]
    public async Task A_reply_without_end_is_cut_off(bool inLines, string reason)
    {
        await using var server = new ScriptedServer(async line =>
        {
            await line.SayAsync(inLines ? string.Concat(Enumerable.Repeat("220-more\r\n", 1000)) : "220-" + new string('x', 100_000));
            await line.HearAsync();
        });
        await using var sender = Mails.Sender(Options(server));

        Assert.Equal(reason, (await sender.SendAsync(Mails.To("a@example.net"))).Reason);
    }

    [Fact]
    public async Task A_connection_idle_for_too_long_is_closed_and_not_used_again()
    {
        var clock = new SteppedClock();
        await using var server = new ScriptedServer(
            async line =>
            {
                await line.GreetAsync();
                await line.TakeMailAsync();
                Assert.Equal("QUIT", await line.HearAsync());
            },
            async line =>
            {
                await line.GreetAsync();
                await line.TakeMailAsync();
                await line.HearAsync();
            });
        await using var sender = Mails.Sender(Options(server), clock);

        await sender.SendAsync(Mails.To("a@example.net"));
        clock.Step(TimeSpan.FromSeconds(31));
        var second = await sender.SendAsync(Mails.To("b@example.net"));

        Assert.Equal(MailOutcome.Sent, second);
        Assert.Equal(2, server.Connections);
        Assert.Contains("QUIT", server.Heard);
    }

    private static SmtpOptions Options(ScriptedServer server) =>
        new() { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, ReplySeconds = 5, AcceptSeconds = 5 };

    private sealed class SteppedClock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Step(TimeSpan by) => ticks += by.Ticks;

        public override long GetTimestamp() => ticks;
    }
}
