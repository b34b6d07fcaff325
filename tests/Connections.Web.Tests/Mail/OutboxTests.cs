using Connections.Adapters.Mail;
using Connections.Data;
using Connections.Data.Mail;
using Connections.Testing;
using Connections.Web.Features.Accounts.Emails;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Mail;

public abstract class OutboxTests(HostFixture fixture)
{
    private static readonly RetrySchedule Retry = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), attempts: 3);
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task Mail_is_stored_with_the_change_that_causes_it_and_not_before()
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMailQueue>().AddAsync(Email, new MailRecipient("waits@example.org", "en"), CancellationToken.None);
        Assert.Empty(await host.MailAsync("waits@example.org"));

        await scope.ServiceProvider.GetRequiredService<ConnectionsDbContext>().SaveChangesAsync();

        var mail = Assert.Single(await host.MailAsync("waits@example.org"));
        Assert.Equal("Sign in to Scotland Connections", mail.Subject);
        Assert.Equal("hello@scotland.example.org", mail.ReplyTo);
        Assert.Contains("lang=\"en-GB\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Sign in: https://localhost/sign-in/link/abc", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_relay_takes_is_sent_once_with_its_own_message_id()
    {
        var id = await AddDueAsync("taken@example.org");
        var relay = new RecordingMailSender();

        await SendAsync(relay);
        await SendAsync(relay);

        var sent = Assert.Single(relay.Taken, m => m.To.Address == "taken@example.org");
        Assert.Equal($"{id:N}@scotland.example.org", sent.MessageId);
        Assert.Equal(("post@scotland.example.org", "Scotland Connections"), (sent.From.Address, sent.From.Name));
        var row = await OneAsync("taken@example.org");
        Assert.Equal((OutboxMailStatus.Sent, 1, (Guid?)null), (row.Status, row.Attempts, row.ClaimedBy));
    }

    [Fact]
    public async Task What_the_relay_puts_off_is_tried_again_later_and_then_given_up()
    {
        await AddDueAsync("later@example.org");
        var relay = new RecordingMailSender { Answer = m => m.To.Address == "later@example.org" ? MailOutcome.Deferred("451 try later", 451) : MailOutcome.Sent };

        await SendAsync(relay);
        var first = await OneAsync("later@example.org");
        await SendAsync(relay);
        host.Clock.Advance(TimeSpan.FromHours(2));
        await SendAsync(relay);
        host.Clock.Advance(TimeSpan.FromHours(2));
        await SendAsync(relay);

        Assert.Equal((OutboxMailStatus.Waiting, 1, "451 try later"), (first.Status, first.Attempts, first.LastReply));
        Assert.InRange(first.NextAttemptAt - first.CreatedAt, TimeSpan.FromSeconds(30), TimeSpan.FromHours(3));
        Assert.Equal(3, relay.Taken.Count(m => m.To.Address == "later@example.org"));
        Assert.Single(relay.Taken.Where(m => m.To.Address == "later@example.org").Select(m => m.MessageId).Distinct());
        Assert.Equal(OutboxMailStatus.GivenUp, (await OneAsync("later@example.org")).Status);
    }

    [Theory]
    [InlineData("refused@example.org")]
    [InlineData("not an address")]
    public async Task What_can_never_arrive_is_refused_and_holds_nothing_up(string address)
    {
        await AddDueAsync(address);
        await AddDueAsync("beside@example.org");
        var relay = new RecordingMailSender { Answer = m => m.To.Address == "refused@example.org" ? MailOutcome.Refused("550 no such person", 550) : MailOutcome.Sent };

        await SendAsync(relay);

        Assert.Equal(OutboxMailStatus.Refused, (await OneAsync(address)).Status);
        Assert.All(await host.MailAsync("beside@example.org"), m => Assert.Equal(OutboxMailStatus.Sent, m.Status));
    }

    [Fact]
    public async Task Two_senders_at_once_send_each_mail_once()
    {
        for (var i = 0; i < 40; i++)
        {
            await AddDueAsync("crowd@example.org");
        }

        var relay = new RecordingMailSender();
        await Task.WhenAll(SendAsync(relay), SendAsync(relay), SendAsync(relay));

        var ids = relay.Taken.Where(m => m.To.Address == "crowd@example.org").Select(m => m.MessageId).ToList();
        Assert.Equal(40, ids.Count);
        Assert.Equal(40, ids.Distinct().Count());
    }

    [Fact]
    public async Task What_a_stopped_sender_held_is_sent_when_its_claim_has_run_out()
    {
        await AddDueAsync("held@example.org");
        await host.WithDataAsync(db => db.OutboxMails.Where(m => m.To == "held@example.org").ExecuteUpdateAsync(set => set
            .SetProperty(m => m.ClaimedBy, Guid.NewGuid()).SetProperty(m => m.NextAttemptAt, host.Clock.GetUtcNow().AddMinutes(5))));
        var relay = new RecordingMailSender();

        await SendAsync(relay);
        Assert.DoesNotContain(relay.Taken, m => m.To.Address == "held@example.org");
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await SendAsync(relay);

        Assert.Single(relay.Taken, m => m.To.Address == "held@example.org");
    }

    [Fact]
    public async Task Mail_to_a_list_can_be_stopped_with_one_click()
    {
        await AddDueAsync("list@example.org", "https://localhost/unsubscribe/abc");
        var relay = new RecordingMailSender();

        await SendAsync(relay);

        var headers = relay.Taken.Single(m => m.To.Address == "list@example.org").Headers.ToDictionary(h => h.Name, h => h.Value);
        Assert.Equal("<https://localhost/unsubscribe/abc>", headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);
    }

    [Fact]
    public async Task Sent_mail_is_forgotten_after_thirty_days_and_waiting_mail_is_not()
    {
        await AddDueAsync("old@example.org");
        await SendAsync(new RecordingMailSender());
        await AddAsync("unsent@example.org", host.Clock.GetUtcNow().AddYears(1));
        host.Clock.Advance(TimeSpan.FromDays(31));

        await host.WithAsync<ForgetOldMail, int>(forget => forget.HandleAsync(CancellationToken.None));

        Assert.Empty(await host.MailAsync("old@example.org"));
        Assert.Single(await host.MailAsync("unsent@example.org"));
    }

    [Theory]
    [InlineData("en", "en-GB")]
    [InlineData("gd", "en-GB")]
    [InlineData("no such language", "en-GB")]
    [InlineData("ar", "ar")]
    public async Task A_mail_says_the_language_it_is_written_in(string wanted, string used)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var address = $"{Guid.NewGuid():N}@example.org";
        await scope.ServiceProvider.GetRequiredService<IMailQueue>().AddAsync(Email, new MailRecipient(address, wanted), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ConnectionsDbContext>().SaveChangesAsync();

        var mail = await OneAsync(address);

        Assert.Equal(used, mail.Language);
        Assert.Contains($"<html lang=\"{used}\" dir=\"{(used == "ar" ? "rtl" : "ltr")}\"", mail.Html, StringComparison.Ordinal);
    }

    private static SignInLinkEmail Email => new(new Uri("https://localhost/sign-in/link/abc"), 15, "Scotland Connections");

    private Task<Guid> AddDueAsync(string address, string? unsubscribeUrl = null) => AddAsync(address, host.Clock.GetUtcNow(), unsubscribeUrl);

    private async Task<Guid> AddAsync(string address, DateTimeOffset due, string? unsubscribeUrl = null)
    {
        var id = Guid.CreateVersion7();
        await host.AddAsync(new OutboxMail
        {
            Id = id,
            Kind = "Test",
            To = address,
            Subject = "Subject",
            Text = "Text",
            Html = "<p>Text</p>",
            Language = "en",
            UnsubscribeUrl = unsubscribeUrl,
            CreatedAt = host.Clock.GetUtcNow(),
            NextAttemptAt = due,
        });
        return id;
    }

    private async Task SendAsync(IMailSender relay)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await new SendOutboxMail(services.GetRequiredService<ConnectionsDbContext>(), relay, [], Retry, services.GetRequiredService<Site>(), host.Clock).HandleAsync(CancellationToken.None);
    }

    private async Task<OutboxMail> OneAsync(string address) => Assert.Single(await host.MailAsync(address));
}

public sealed class OutboxTestsOnSqlite(OnSqlite fixture) : OutboxTests(fixture), IClassFixture<OnSqlite>;

public sealed class OutboxTestsOnPostgreSql(OnPostgreSql fixture) : OutboxTests(fixture), IClassFixture<OnPostgreSql>;
