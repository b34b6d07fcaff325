using System.Globalization;

namespace Connections.Adapters.Mail.Smtp;

/// <summary>What the server said it can do, in its answer to EHLO.</summary>
internal sealed class SmtpCapabilities
{
    public static readonly SmtpCapabilities None = new([]);

    private readonly Dictionary<string, string[]> offered = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="lines">The reply's lines after the first, which only greets.</param>
    public SmtpCapabilities(IEnumerable<string> lines)
    {
        foreach (var words in lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0))
        {
            offered[words[0]] = words[1..];
        }
    }

    public bool CanPipeline => offered.ContainsKey("PIPELINING");

    public bool CanStartTls => offered.ContainsKey("STARTTLS");

    public bool CanTake8Bit => offered.ContainsKey("8BITMIME");

    public bool CanTakeUtf8 => offered.ContainsKey("SMTPUTF8");

    public bool HasSize => offered.ContainsKey("SIZE");

    /// <summary>The largest mail the server takes, in bytes; null when it does not say.</summary>
    public long? LargestMail =>
        offered.TryGetValue("SIZE", out var words) && words.Length > 0
        && long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? size
            : null;

    public bool CanAuthenticate(string mechanism) =>
        offered.TryGetValue("AUTH", out var mechanisms) && mechanisms.Contains(mechanism, StringComparer.OrdinalIgnoreCase);
}
