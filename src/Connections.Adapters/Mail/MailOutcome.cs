namespace Connections.Adapters.Mail;

/// <summary>What became of one mail, with the other side's own words where there are any.</summary>
public sealed record MailOutcome
{
    public static readonly MailOutcome Sent = new() { Status = MailStatus.Sent };

    public required MailStatus Status { get; init; }

    /// <summary>Empty for a sent mail; otherwise why not, fit to be shown to staff.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The SMTP reply code behind the outcome, when there was one.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>
    /// True for a deferred mail that was handed over completely before the connection failed: a retry may arrive twice.
    /// A retry keeps its Message-ID, so the reader's mail program can recognise the second one.
    /// </summary>
    public bool MayHaveArrived { get; init; }

    public static MailOutcome Deferred(string reason, int? replyCode = null) =>
        new() { Status = MailStatus.Deferred, Reason = reason, ReplyCode = replyCode };

    public static MailOutcome Refused(string reason, int? replyCode = null) =>
        new() { Status = MailStatus.Refused, Reason = reason, ReplyCode = replyCode };
}
