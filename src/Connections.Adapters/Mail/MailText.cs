namespace Connections.Adapters.Mail;

/// <summary>Rules for values that stand on one header line.</summary>
internal static class MailText
{
    /// <summary>RFC 5322 allows 998 characters a line; this leaves room for the header's name.</summary>
    public const int LongestWord = 900;

    /// <summary>Refuses what could end the line and begin another header.</summary>
    public static string OneLine(string value, string what)
    {
        if (value.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new MailFormatException($"{what} must be one line, but holds a line break: '{Visible(value)}'.");
        }

        return value;
    }

    /// <summary>A short form of a rejected value that is safe in an error message or a log.</summary>
    public static string Visible(string value) =>
        string.Concat(value.Take(80).Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
