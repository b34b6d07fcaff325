using System.Globalization;
using System.Text;

namespace Connections.Domain.Events;

/// <summary>A repeating event: the part of RFC 5545's RRULE that people use for meetings and festivals. FREQ (daily to
/// yearly), INTERVAL, COUNT or UNTIL, WKST, and BYDAY (weekdays; with a number for monthly rules: <c>2TU</c>, <c>-1FR</c>).</summary>
/// <remarks>Works on local time, as a poster does: "every Tuesday at 7pm" stays at 7pm when the clocks change.</remarks>
public sealed class RecurrenceRule
{
    private const int MaxPeriods = 20_000;
    private static readonly string[] DayNames = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    // In UTC where its kind says so, otherwise local.
    private readonly DateTime? until;
    private readonly DayOfWeek weekStart;

    private RecurrenceRule(RecurrenceFrequency frequency, int interval, int? count, DateTime? until, DayOfWeek weekStart, IReadOnlyList<WeekdayRule> byDay)
    {
        (Frequency, Interval, Count, ByDay) = (frequency, interval, count, byDay);
        this.until = until;
        this.weekStart = weekStart;
    }

    public RecurrenceFrequency Frequency { get; }

    /// <summary>1: every period; 2: every other one.</summary>
    public int Interval { get; }

    /// <summary>How many times in all, where the rule counts them.</summary>
    public int? Count { get; }

    public IReadOnlyList<WeekdayRule> ByDay { get; }

    /// <returns>Null where the text is not a rule of the supported part.</returns>
    public static RecurrenceRule? Parse(string text)
    {
        if (Parts(text) is not { } parts || !parts.Remove("FREQ", out var freq) || ReadFrequency(freq) is not { } how)
        {
            return null;
        }

        if (parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL"))
        {
            return null;
        }

        var week = parts.Remove("WKST", out var week1) ? ReadDay(week1) : DayOfWeek.Monday;
        var every = parts.Remove("INTERVAL", out var every1) ? Whole(every1, 1, 1000) : 1;
        var isCounted = parts.Remove("COUNT", out var times1);
        var times = isCounted ? Whole(times1!, 1, 10_000) : null;
        var isEndless = !parts.Remove("UNTIL", out var last1);
        var last = isEndless ? null : ReadUntil(last1!);
        var days = parts.Remove("BYDAY", out var days1) ? ReadDays(days1, how) : [];
        return every is null || (times is null && isCounted) || week is null || (last is null && !isEndless) || days is null || parts.Count > 0
            ? null
            : new RecurrenceRule(how, every.Value, times, last, week.Value, days);
    }

    /// <summary>Local starts in order, none before <paramref name="start"/>.</summary>
    /// <param name="zone">Of the place; a rule may end at an instant.</param>
    public IEnumerable<DateTime> Starts(DateTime start, TimeZoneInfo zone)
    {
        var given = 0;
        var last = LastLocal(zone) ?? DateTime.MaxValue;
        for (var period = 0; period < MaxPeriods; period++)
        {
            foreach (var candidate in Candidates(start, period * Interval).Where(c => c >= start))
            {
                if (candidate > last || given == Count)
                {
                    yield break;
                }

                given++;
                yield return candidate;
            }
        }
    }

    /// <summary>The end of the repetition as the clock of the place shows it; null where it goes on or is counted.</summary>
    public DateTime? LastLocal(TimeZoneInfo zone) => until is { Kind: DateTimeKind.Utc } instant ? TimeZoneInfo.ConvertTimeFromUtc(instant, zone) : until;

    /// <summary>The rule for calendars, beside a start that names its zone: the end is then an instant (RFC 5545, 3.3.10).</summary>
    public string Write(TimeZoneInfo zone)
    {
        var text = new StringBuilder($"FREQ={Frequency.ToString().ToUpperInvariant()}");
        text.Append(Interval == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $";INTERVAL={Interval}"));
        text.Append(Count is { } times ? string.Create(CultureInfo.InvariantCulture, $";COUNT={times}") : "");
        text.Append(until is { } end ? string.Create(CultureInfo.InvariantCulture, $";UNTIL={Instant(end, zone):yyyyMMdd'T'HHmmss'Z'}") : "");
        text.Append(ByDay.Count == 0 ? "" : ";BYDAY=");
        text.AppendJoin(',', ByDay.Select(d => (d.Ordinal == 0 ? "" : d.Ordinal.ToString(CultureInfo.InvariantCulture)) + DayNames[(int)d.Day]));
        return text.Append(weekStart is DayOfWeek.Monday ? "" : $";WKST={DayNames[(int)weekStart]}").ToString();
    }

    private static DateTime Instant(DateTime end, TimeZoneInfo zone) =>
        end.Kind is DateTimeKind.Utc ? end : DateTime.SpecifyKind(end - zone.GetUtcOffset(end), DateTimeKind.Utc);

    private IEnumerable<DateTime> Candidates(DateTime start, int step) => Frequency switch
    {
        RecurrenceFrequency.Daily => Later(start, step),
        RecurrenceFrequency.Weekly when ByDay.Count > 0 => Later(start, 7 * step).SelectMany(Week),
        RecurrenceFrequency.Weekly => Later(start, 7 * step),
        RecurrenceFrequency.Monthly when ByDay.Count > 0 => Month(start, step),
        RecurrenceFrequency.Monthly => SameDay(start, start.Year + ((start.Month - 1 + step) / 12), ((start.Month - 1 + step) % 12) + 1),
        RecurrenceFrequency.Yearly => SameDay(start, start.Year + step, start.Month),
    };

    private IEnumerable<DateTime> Week(DateTime inWeek)
    {
        var first = inWeek.AddDays(-DaysFrom(weekStart, inWeek.DayOfWeek));
        return ByDay.Select(d => first.AddDays(DaysFrom(weekStart, d.Day))).Distinct().Order();
    }

    private static int DaysFrom(DayOfWeek from, DayOfWeek to) => ((int)to - (int)from + 7) % 7;

    private static IEnumerable<DateTime> Later(DateTime start, int days) =>
        days < (DateTime.MaxValue - start).Days - 7 ? [start.AddDays(days)] : [];

    private IEnumerable<DateTime> Month(DateTime start, int step)
    {
        var month = step + start.Month - 1;
        if (start.Year + (month / 12) > 9998)
        {
            return [];
        }

        var first = new DateTime(start.Year + (month / 12), (month % 12) + 1, 1).Add(start.TimeOfDay);
        var length = DateTime.DaysInMonth(first.Year, first.Month);
        return ByDay.SelectMany(rule =>
        {
            var days = Enumerable.Range(0, length).Select(d => first.AddDays(d)).Where(d => d.DayOfWeek == rule.Day).ToList();
            return rule.Ordinal switch
            {
                0 => days,
                > 0 when rule.Ordinal <= days.Count => [days[rule.Ordinal - 1]],
                < 0 when -rule.Ordinal <= days.Count => [days[days.Count + rule.Ordinal]],
                _ => [],
            };
        }).Distinct().Order();
    }

    /// <summary>A month without the day (31 April, 29 February) has no event, as RFC 5545 says.</summary>
    private static IEnumerable<DateTime> SameDay(DateTime start, int year, int month) =>
        year <= 9998 && start.Day <= DateTime.DaysInMonth(year, month)
            ? [new DateTime(year, month, start.Day).Add(start.TimeOfDay)]
            : [];

    private static Dictionary<string, string>? Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var rule = text.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? text[6..] : text;
        foreach (var part in rule.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var name, var value] || !parts.TryAdd(name.Trim(), value.Trim()))
            {
                return null;
            }
        }

        return parts;
    }

    private static RecurrenceFrequency? ReadFrequency(string text) => text.ToUpperInvariant() switch
    {
        "DAILY" => RecurrenceFrequency.Daily,
        "WEEKLY" => RecurrenceFrequency.Weekly,
        "MONTHLY" => RecurrenceFrequency.Monthly,
        "YEARLY" => RecurrenceFrequency.Yearly,
        _ => null,
    };

    private static List<WeekdayRule>? ReadDays(string text, RecurrenceFrequency how)
    {
        var days = new List<WeekdayRule>();
        foreach (var item in text.Split(','))
        {
            var day = item.Length >= 2 ? ReadDay(item[^2..]) : null;
            var ordinal = item.Length > 2 ? Whole(item[..^2], -5, 5) : 0;
            var allowed = how is RecurrenceFrequency.Monthly || (how is RecurrenceFrequency.Weekly && item.Length == 2);
            if (day is null || ordinal is null || !allowed || (item.Length > 2 && ordinal == 0))
            {
                return null;
            }

            days.Add(new(ordinal.Value, day.Value));
        }

        return days;
    }

    private static DayOfWeek? ReadDay(string text)
    {
        var day = Array.IndexOf(DayNames, text.ToUpperInvariant());
        return day < 0 ? null : (DayOfWeek)day;
    }

    private static DateTime? ReadUntil(string text)
    {
        if (DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date.AddDays(1).AddTicks(-1);
        }

        if (!DateTime.TryParseExact(text.TrimEnd('Z'), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        return text.EndsWith('Z') ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time;
    }

    private static int? Whole(string text, int min, int max) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value : null;
}

public enum RecurrenceFrequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <param name="Ordinal">Which one in a month, from the end where it is negative; 0: every one.</param>
public readonly record struct WeekdayRule(int Ordinal, DayOfWeek Day);
