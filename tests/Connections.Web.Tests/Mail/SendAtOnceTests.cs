using Connections.Data.Mail;
using Connections.Testing;
using Connections.Web.Features.Accounts.Emails;
using Connections.Web.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Connections.Web.Tests.Mail;

/// <summary>With its background work on, as it runs for people.</summary>
public abstract class SendAtOnceTests
{
    private readonly ConnectionsHost host;

    protected SendAtOnceTests(HostFixture fixture)
    {
        host = fixture.Host;
        host.Settings["Jobs:Enabled"] = "true";
    }

    [Theory]
    [InlineData("saved@example.org", false)]
    [InlineData("committed@example.org", true)]
    public async Task New_mail_leaves_by_itself_once_it_is_committed(string address, bool inTransaction)
    {
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Data.ConnectionsDbContext>();
            await using var transaction = inTransaction ? await db.Database.BeginTransactionAsync() : null;
            var email = new SignInLinkEmail(new Uri("https://localhost/sign-in/link/abc"), 15, "Scotland Connections");
            await scope.ServiceProvider.GetRequiredService<IMailQueue>().AddAsync(email, new MailRecipient(address, "en"), CancellationToken.None);
            await db.SaveChangesAsync();
            if (transaction is not null)
            {
                await transaction.CommitAsync();
            }
        }

        for (var i = 0; i < 200 && (await OneAsync(address)).Status is OutboxMailStatus.Waiting; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(OutboxMailStatus.Sent, (await OneAsync(address)).Status);
        Assert.Contains(Directory.GetFiles(host.MailFolder, "*.eml", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains(address, StringComparison.Ordinal));
    }

    private async Task<OutboxMail> OneAsync(string address) => Assert.Single(await host.MailAsync(address));
}

public sealed class SendAtOnceTestsOnSqlite(OnSqlite fixture) : SendAtOnceTests(fixture), IClassFixture<OnSqlite>;

public sealed class SendAtOnceTestsOnPostgreSql(OnPostgreSql fixture) : SendAtOnceTests(fixture), IClassFixture<OnPostgreSql>;
