using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connections.Adapters.Mail.Smtp;

/// <summary>Sends through a relay over SMTP (RFC 5321) with kept connections.</summary>
public sealed class SmtpMailSender : IMailSender, IAsyncDisposable
{
    /// <summary>A handful of mails is not worth a second connection with its greetings and sign-in.</summary>
    private const int MailsWorthAConnection = 10;

    private readonly SmtpOptions options;
    private readonly ILogger<SmtpMailSender> logger;
    private readonly SmtpConnectionPool pool;

    public SmtpMailSender(IOptions<SmtpOptions> options, TimeProvider clock, ILogger<SmtpMailSender> logger)
    {
        this.options = options.Value;
        this.logger = logger;
        pool = new SmtpConnectionPool(this.options, clock);
    }

    public async Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken ct = default)
    {
        var batch = new SmtpBatch(pool, mails, TimeSpan.FromSeconds(options.AcceptSeconds), ct);
        var wanted = (mails.Count + MailsWorthAConnection - 1) / MailsWorthAConnection;
        var outcomes = await batch.RunAsync(Math.Min(options.MaxConnections, wanted));
        if (batch.ConnectionTrouble is { } trouble)
        {
            logger.LogWarning("The mail relay {Host}:{Port} could not be used: {Trouble}", options.Host, options.Port, trouble);
        }

        return outcomes;
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();
}
