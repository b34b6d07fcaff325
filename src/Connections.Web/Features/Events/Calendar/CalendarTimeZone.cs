using System.Globalization;
using NodaTime;

namespace Connections.Web.Features.Events.Calendar;

/// <summary>Describes a time zone for calendars that do not know its name: every change of its clocks, one by one, over
/// the years that the calendar's events fall in.</summary>
internal static class CalendarTimeZone
{
    public static void Write(CalendarLines lines, DateTimeZone zone, Instant from, Instant until)
    {
        lines.Add("BEGIN", "VTIMEZONE");
        lines.Add("TZID", zone.Id);
        foreach (var interval in zone.GetZoneIntervals(from, until))
        {
            var before = interval.HasStart && interval.Start > Instant.MinValue
                ? zone.GetUtcOffset(interval.Start - Duration.Epsilon)
                : interval.WallOffset;
            var kind = interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
            var start = interval.HasStart ? interval.Start.WithOffset(before).LocalDateTime : from.InUtc().LocalDateTime;
            lines.Add("BEGIN", kind);
            lines.Add("DTSTART", start.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
            lines.Add("TZOFFSETFROM", Written(before));
            lines.Add("TZOFFSETTO", Written(interval.WallOffset));
            lines.AddText("TZNAME", interval.Name);
            lines.Add("END", kind);
        }

        lines.Add("END", "VTIMEZONE");
    }

    private static string Written(Offset offset) => offset.ToString("+HHmm", CultureInfo.InvariantCulture);
}
