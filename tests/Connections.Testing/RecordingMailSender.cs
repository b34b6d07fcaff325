using System.Collections.Concurrent;
using Connections.Adapters.Mail;

namespace Connections.Testing;

/// <summary>A relay that keeps what it is given and answers as the test says.</summary>
public sealed class RecordingMailSender : IMailSender
{
    private readonly ConcurrentQueue<OutgoingMail> taken = new();

    public IReadOnlyList<OutgoingMail> Taken => [.. taken];

    public Func<OutgoingMail, MailOutcome> Answer { get; set; } = _ => MailOutcome.Sent;

    public Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken ct = default)
    {
        foreach (var mail in mails)
        {
            taken.Enqueue(mail);
        }

        return Task.FromResult<IReadOnlyList<MailOutcome>>([.. mails.Select(Answer)]);
    }
}
