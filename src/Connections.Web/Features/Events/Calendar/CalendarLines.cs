using System.Text;

namespace Connections.Web.Features.Events.Calendar;

/// <summary>Writes the content lines of RFC 5545: escaped text, CRLF, folded at 75 octets without cutting a character.</summary>
internal sealed class CalendarLines
{
    private const int MaxOctets = 75;

    private readonly StringBuilder text = new();

    /// <summary>A line whose value needs no escaping: times, numbers, addresses.</summary>
    public void Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{WithoutBreaks(value)}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    /// <summary>A line of words. Nothing is written where there are none.</summary>
    public void AddText(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Add(name, Escape(value));
        }
    }

    public override string ToString() => text.ToString();

    private static string Escape(string value) => value
        .ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string WithoutBreaks(string value) =>
        string.Concat(value.Where(c => !char.IsControl(c) || c == '\t'));
}
