namespace Connections.Adapters.Mail;

/// <summary>Hands rendered mail to the outside world and says, mail by mail, what became of it.</summary>
public interface IMailSender
{
    /// <summary>Sends every mail once and returns one outcome per mail, in the same order.</summary>
    /// <remarks>
    /// Trouble with the network or the other side is an outcome, never an exception. Cancelling stops before the next
    /// mail: the one under way is finished, those not begun are deferred, and the outcomes so far are still returned.
    /// </remarks>
    Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken ct = default);
}
