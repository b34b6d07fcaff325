namespace Connections.Adapters.Mail.Smtp;

/// <summary>One call's mails, shared out among a few connections; every mail is tried by exactly one of them.</summary>
internal sealed class SmtpBatch(SmtpConnectionPool pool, IReadOnlyList<OutgoingMail> mails, TimeSpan acceptTime, CancellationToken ct)
{
    private readonly MailOutcome?[] outcomes = new MailOutcome?[mails.Count];
    private int claimed = -1;

    /// <summary>Why a connection could not be had; null while all went well.</summary>
    public string? ConnectionTrouble { get; private set; }

    public async Task<IReadOnlyList<MailOutcome>> RunAsync(int workers)
    {
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync()));
        var left = MailOutcome.Deferred(ConnectionTrouble ?? "Sending was stopped before this mail's turn.");
        return [.. outcomes.Select(outcome => outcome ?? left)];
    }

    private bool IsMoreToDo => !ct.IsCancellationRequested && Volatile.Read(ref claimed) < mails.Count - 1;

    private async Task WorkAsync()
    {
        var transaction = new SmtpTransaction(acceptTime);
        var connection = await LeaseAsync(fresh: false);
        while (connection is not null && IsMoreToDo && Interlocked.Increment(ref claimed) is var i && i < mails.Count)
        {
            var wasUsedBefore = connection.MailsTried > 0;
            var (outcome, isLost) = await TryAsync(connection, transaction, mails[i]);

            // A kept connection may have died unnoticed. That is no news about the mail, so a new one gets a try at once.
            var isTriedAgain = isLost && wasUsedBefore;
            connection = await KeepOrReplaceAsync(connection, isTriedAgain || IsMoreToDo);
            if (isTriedAgain && connection is not null)
            {
                (outcome, _) = await TryAsync(connection, transaction, mails[i]);
                connection = await KeepOrReplaceAsync(connection, IsMoreToDo);
            }

            outcomes[i] = outcome;
        }

        if (connection is not null)
        {
            await pool.ReturnAsync(connection);
        }
    }

    /// <summary>One try; <c>IsLost</c> when the connection failed while the mail had certainly not been handed over.</summary>
    private static async Task<(MailOutcome Outcome, bool IsLost)> TryAsync(
        SmtpConnection connection, SmtpTransaction transaction, OutgoingMail mail)
    {
        try
        {
            return (await transaction.RunAsync(connection, mail), false);
        }
        catch (SmtpConnectionException e)
        {
            return (MailOutcome.Deferred(e.Message, e.ReplyCode), true);
        }
    }

    private async Task<SmtpConnection?> KeepOrReplaceAsync(SmtpConnection connection, bool isWanted)
    {
        if (!pool.IsSpent(connection))
        {
            return connection;
        }

        await pool.ReturnAsync(connection);
        return isWanted ? await LeaseAsync(fresh: true) : null;
    }

    private async Task<SmtpConnection?> LeaseAsync(bool fresh)
    {
        try
        {
            return await pool.LeaseAsync(fresh, ct);
        }
        catch (SmtpConnectionException e)
        {
            ConnectionTrouble = e.Message;
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
