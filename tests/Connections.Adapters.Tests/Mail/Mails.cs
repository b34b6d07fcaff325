using Connections.Adapters.Mail;
using Connections.Adapters.Mail.Smtp;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connections.Adapters.Tests.Mail;

/// <summary>An ordinary mail, to be varied with <c>with</c>.</summary>
internal static class Mails
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 5, 12, 0, 0, TimeSpan.FromHours(1));

    private static int number;

    public static OutgoingMail To(string address, string? name = null) => new()
    {
        From = Mailbox.Create("notices@example.org", "Connections"),
        To = Mailbox.Create(address, name),
        Subject = "Your application",
        Text = "We have received your application.\n",
        Html = "<p>We have received your application.</p>\n",
        MessageId = $"mail-{Interlocked.Increment(ref number)}@example.org",
        Date = Noon,
    };

    /// <summary>An address nobody else in this run writes to.</summary>
    public static string NewAddress() => $"person-{Guid.NewGuid():N}@example.net";

    public static SmtpMailSender Sender(SmtpOptions options, TimeProvider? clock = null) =>
        new(Options.Create(options), clock ?? TimeProvider.System, NullLogger<SmtpMailSender>.Instance);
}
