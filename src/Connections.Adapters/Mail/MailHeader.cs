using System.Buffers;

namespace Connections.Adapters.Mail;

/// <summary>An extra header line, such as List-Unsubscribe. Printable ASCII only, so nothing needs encoding.</summary>
public sealed record MailHeader
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    // Written by the MIME writer from the mail's own properties, or by the servers on the way.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Cc", "Bcc", "Sender", "Reply-To", "Return-Path", "Received", "Subject", "Date", "Message-ID",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Language", "Auto-Submitted",
    };

    public MailHeader(string name, string value)
    {
        if (name.Length is 0 or > 60 || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new MailFormatException($"'{MailText.Visible(name)}' is not a header name.");
        }

        if (Reserved.Contains(name))
        {
            throw new MailFormatException($"{name} is written by the mail itself and cannot be given as an extra header.");
        }

        if (string.IsNullOrWhiteSpace(value) || value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new MailFormatException($"The value of {name} must be one line of printable ASCII.");
        }

        if (value.Split(' ').Max(word => word.Length) > MailText.LongestWord)
        {
            throw new MailFormatException($"The value of {name} has a word too long for a mail header.");
        }

        Name = name;
        Value = value.Trim();
    }

    public string Name { get; }

    public string Value { get; }

    /// <summary>One-click unsubscribing (RFC 8058): a POST to <paramref name="address"/> is all a mail program sends.</summary>
    public static IReadOnlyList<MailHeader> OneClickUnsubscribe(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps)
        {
            throw new MailFormatException("One-click unsubscribing needs an https address.");
        }

        return
        [
            new("List-Unsubscribe", $"<{address.AbsoluteUri}>"),
            new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ];
    }
}
