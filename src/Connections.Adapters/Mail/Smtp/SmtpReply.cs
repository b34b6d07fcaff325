namespace Connections.Adapters.Mail.Smtp;

/// <summary>One reply: its code and its lines, without the code in front of each.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsPositive => Code is >= 200 and < 400;

    /// <summary>The server is about to hang up, whatever we asked.</summary>
    public bool IsClosing => Code == 421;

    public string Text => $"{Code} {string.Join(' ', Lines)}".TrimEnd();

    /// <summary>What a reply to a mail's own commands means for that mail.</summary>
    /// <remarks>530, 534, 535 and 538 speak of our sign-in and not of the mail, so the mail is kept.</remarks>
    public MailOutcome ToOutcome() => Code switch
    {
        >= 200 and < 300 => MailOutcome.Sent,
        530 or 534 or 535 or 538 => MailOutcome.Deferred(Text, Code),
        >= 500 and < 600 => MailOutcome.Refused(Text, Code),
        _ => MailOutcome.Deferred(Text, Code),
    };
}
