using Connections.Adapters.Mail;
using Connections.Data;
using Connections.Data.Mail;
using Connections.Domain.Newsletters;
using Connections.Testing;
using Connections.Testing.Html;
using Connections.Web.Features.Newsletters.Emails;
using Connections.Web.Features.Newsletters.Jobs;
using Connections.Web.Mail;
using Connections.Web.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Features.Newsletters;

/// <summary>Letters that wait in the outbox while their reader leaves.</summary>
public abstract class LettersOnTheirWayTests(HostFixture fixture)
{
    private readonly ConnectionsHost host = fixture.Host;

    [Fact]
    public async Task Who_leaves_gets_nothing_that_was_on_its_way_and_the_others_do()
    {
        var (leaver, stayer) = (await host.SubscriptionAsync(SubscriptionStatus.Active), await host.SubscriptionAsync(SubscriptionStatus.Active));
        await DeliverAsync();
        Assert.Single(await host.MailAsync(leaver.Email));
        using var visitor = host.Visitor();

        await (await visitor.GetAsync(host.Links().Unsubscribe(leaver.Id).PathAndQuery)).Form("Stop all letters").SubmitAsync();
        var relay = await SendAsync(new RecordingMailSender());

        Assert.Empty(await host.MailAsync(leaver.Email));
        Assert.DoesNotContain(relay.Taken, m => m.To.Address == leaver.Email);
        Assert.Single(relay.Taken, m => m.To.Address == stayer.Email);
    }

    [Fact]
    public async Task A_letter_put_in_the_outbox_at_the_very_moment_of_leaving_does_not_go_out()
    {
        var leaver = await host.SubscriptionAsync(SubscriptionStatus.Unsubscribed);
        await host.AddAsync(Letter(leaver.Email, nameof(EditionEmail)), Letter(leaver.Email, nameof(AlreadySubscribedEmail)));

        var relay = await SendAsync(new RecordingMailSender());

        Assert.Single(relay.Taken, m => m.To.Address == leaver.Email);
        Assert.Equal([nameof(AlreadySubscribedEmail)], (await host.MailAsync(leaver.Email)).Select(m => m.Kind));
    }

    [Fact]
    public async Task What_was_sent_is_written_down_though_the_row_of_another_mail_is_gone()
    {
        await host.AddAsync(Letter("goes-away@example.org", "Test"), Letter("stays-here@example.org", "Test"));

        await SendAsync(new RecordingMailSender
        {
            Answer = mail =>
            {
                if (mail.To.Address == "goes-away@example.org")
                {
                    host.WithDataAsync(db => db.OutboxMails.Where(m => m.To == "goes-away@example.org").ExecuteDeleteAsync()).GetAwaiter().GetResult();
                }

                return MailOutcome.Sent;
            },
        });

        Assert.Empty(await host.MailAsync("goes-away@example.org"));
        Assert.Equal(OutboxMailStatus.Sent, Assert.Single(await host.MailAsync("stays-here@example.org")).Status);
    }

    private OutboxMail Letter(string address, string kind) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = kind,
        To = address,
        Subject = "Subject",
        Text = "Text",
        Html = "<p>Text</p>",
        Language = "en",
        CreatedAt = host.Clock.GetUtcNow(),
        NextAttemptAt = host.Clock.GetUtcNow(),
    };

    private async Task DeliverAsync()
    {
        var edition = new Edition(EditionId.New(), new EditionText("News from home", "In short", "en", true, [new EditionSection(null, [], "Good news.")]), "Editor", host.Clock.GetUtcNow());
        Assert.True(edition.Release(1, host.Clock.GetUtcNow()).Succeeded);
        await host.AddAsync(edition);
        await host.WithAsync<DeliverEditions, bool>(async deliver =>
        {
            await deliver.HandleAsync(CancellationToken.None);
            return true;
        });
    }

    private async Task<RecordingMailSender> SendAsync(RecordingMailSender relay)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var retry = new RetrySchedule(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), attempts: 3);
        await new SendOutboxMail(services.GetRequiredService<ConnectionsDbContext>(), relay, services.GetServices<IMailHold>(), retry, services.GetRequiredService<Site>(), host.Clock)
            .HandleAsync(CancellationToken.None);
        return relay;
    }
}

public sealed class LettersOnTheirWayTestsOnSqlite(OnSqlite fixture) : LettersOnTheirWayTests(fixture), IClassFixture<OnSqlite>;

public sealed class LettersOnTheirWayTestsOnPostgreSql(OnPostgreSql fixture) : LettersOnTheirWayTests(fixture), IClassFixture<OnPostgreSql>;
