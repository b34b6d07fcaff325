using System.Buffers;

namespace Connections.Adapters.Mail;

/// <summary>One mail to one person, ready to be written. Whatever breaks a mail is refused here, before it is queued.</summary>
public sealed record OutgoingMail
{
    private static readonly SearchValues<char> IdentifierCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+/=?^_`{|}~.-");

    public required Mailbox From { get; init; }

    public required Mailbox To { get; init; }

    public Mailbox? ReplyTo { get; init; }

    /// <summary>Where reports of failed delivery go (the envelope's sender); <see cref="From"/> when absent.</summary>
    public Mailbox? BouncesTo { get; init; }

    public required string Subject { get; init => field = MailText.OneLine(value, nameof(Subject)); }

    public required string Text { get; init; }

    public string? Html { get; init; }

    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>BCP 47 tag of the language the mail is written in, such as <c>gd</c>.</summary>
    public string? Language { get; init => field = value is null ? null : Checked(value, IsLanguageTag, nameof(Language)); }

    /// <summary>Without angle brackets. A retry keeps it, so that a mail which arrives twice can be told as one.</summary>
    public required string MessageId { get; init => field = Checked(value, IsIdentifier, nameof(MessageId)); }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Adds <c>Auto-Submitted: auto-generated</c>, so that absence notices are not sent in answer.</summary>
    public bool IsAutomatic { get; init; }

    public Mailbox EnvelopeSender => BouncesTo ?? From;

    public bool NeedsSmtpUtf8 =>
        From.NeedsSmtpUtf8 || To.NeedsSmtpUtf8 || EnvelopeSender.NeedsSmtpUtf8 || ReplyTo is { NeedsSmtpUtf8: true };

    private static string Checked(string value, Predicate<string> rule, string what) =>
        rule(value) ? value : throw new MailFormatException($"'{MailText.Visible(value)}' is not a {what}.");

    private static bool IsIdentifier(string value) =>
        value.Length <= 250
        && value.Split('@') is [{ Length: > 0 } left, { Length: > 0 } right]
        && !left.AsSpan().ContainsAnyExcept(IdentifierCharacters)
        && !right.AsSpan().ContainsAnyExcept(IdentifierCharacters);

    private static bool IsLanguageTag(string value) =>
        value.Length is >= 2 and <= 35
        && value.Split('-').All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
}
