namespace Connections.Data.Mail;

public enum OutboxMailStatus
{
    Waiting,
    Sent,
    Refused,
    GivenUp,
}

/// <summary>A rendered e-mail that waits in the database until it is handed to the relay. It is stored in the same
/// transaction as the change that causes it.</summary>
public sealed class OutboxMail
{
    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Which e-mail it is, for staff and for figures: <c>SignInLinkEmail</c>.</summary>
    public required string Kind { get; init; }

    public required string To { get; init; }

    public string? ReplyTo { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary>BCP 47 tag of the language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Present on mail to a list: where one POST unsubscribes (RFC 8058).</summary>
    public string? UnsubscribeUrl { get; init; }

    public OutboxMailStatus Status { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>The sender that holds the mail now; its claim ends at <see cref="NextAttemptAt"/>.</summary>
    public Guid? ClaimedBy { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? LastReply { get; set; }
}
