namespace Connections.Web.Mail;

/// <summary>Renders an e-mail in the recipient's language and adds it to the outbox. Nothing is stored, and so nothing is
/// sent, before the caller saves the change that causes it.</summary>
public interface IMailQueue
{
    Task AddAsync(IEmail email, MailRecipient to, CancellationToken ct);
}

/// <param name="Language">BCP 47 tag of the recipient's language.</param>
/// <param name="UnsubscribeUrl">Given for mail to a list: where one POST unsubscribes (RFC 8058).</param>
/// <param name="ReplyTo">Where an answer goes, when not to the site.</param>
public sealed record MailRecipient(string Address, string Language, string? UnsubscribeUrl = null, string? ReplyTo = null);
