using System.Globalization;
using Connections.Domain.Events;
using Connections.Web.Sites;
using NodaTime;

namespace Connections.Web.Features.Events.Calendar;

/// <summary>Events as an iCalendar stream (RFC 5545, with the names of RFC 7986). An event keeps its UID for ever; its
/// SEQUENCE rises when it changes, and a cancelled one stays in the stream as cancelled.</summary>
public sealed class EventCalendar(Site site, ISiteLinks links, TimeProvider clock)
{
    private static readonly Duration Year = Duration.FromDays(366);

    public string Write(string name, IReadOnlyList<Event> events)
    {
        var lines = new CalendarLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.AddText("PRODID", $"-//{site.Name}//Connections//EN");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", "PUBLISH");
        lines.AddText("NAME", name);
        lines.AddText("X-WR-CALNAME", name);
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        lines.Add("X-PUBLISHED-TTL", "PT6H");
        foreach (var zone in events.GroupBy(e => e.Details.TimeZone, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var first = Instant.FromDateTimeUtc(DateTime.SpecifyKind(zone.Min(e => e.Details.StartsAt), DateTimeKind.Utc));
            var last = Instant.Max(Instant.FromDateTimeOffset(clock.GetUtcNow()), Instant.FromDateTimeUtc(DateTime.SpecifyKind(zone.Max(e => e.Details.EndsAt), DateTimeKind.Utc)));
            CalendarTimeZone.Write(lines, DateTimeZoneProviders.Tzdb[zone.Key], first - Year, last + (3 * Year));
        }

        foreach (var item in events)
        {
            Write(lines, item);
        }

        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    private void Write(CalendarLines lines, Event item)
    {
        var details = item.Details;
        lines.Add("BEGIN", "VEVENT");
        lines.Add("UID", $"{item.Id}@{new Uri(links.Root).Host}");
        lines.Add("DTSTAMP", Utc(item.UpdatedAt));
        lines.Add("LAST-MODIFIED", Utc(item.UpdatedAt));
        lines.Add("SEQUENCE", item.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Add("STATUS", item.Status is EventStatus.Cancelled ? "CANCELLED" : "CONFIRMED");
        lines.Add($"DTSTART;TZID={details.TimeZone}", Local(details.StartsAt));
        lines.Add($"DTEND;TZID={details.TimeZone}", Local(details.EndsAt));
        if (details.Recurrence is { } text && RecurrenceRule.Parse(text) is { } rule)
        {
            lines.Add("RRULE", rule.Write(TimeZoneInfo.FindSystemTimeZoneById(details.TimeZone)));
            foreach (var exception in details.Exceptions)
            {
                lines.Add($"EXDATE;TZID={details.TimeZone}", Local(exception));
            }
        }

        lines.AddText("SUMMARY", details.Title);
        lines.AddText("DESCRIPTION", details.OnlineUrl is null ? details.Summary : $"{details.Summary}\n\n{details.OnlineUrl}");
        foreach (var date in item.CalledOff.Where(date => details.Exceptions.Contains(date.Start)))
        {
            lines.AddText("COMMENT", $"{date.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {date.Reason}");
        }

        if (item is { Status: EventStatus.Cancelled, StatusReason: { Length: > 0 } reason })
        {
            lines.AddText("COMMENT", reason);
        }

        lines.AddText("LOCATION", string.Join(", ", new[] { details.Venue, details.City }.Where(t => !string.IsNullOrWhiteSpace(t))));
        lines.Add("URL", links.Absolute($"/events/{Uri.EscapeDataString(item.Slug)}").AbsoluteUri);
        lines.Add("END", "VEVENT");
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Local(DateTime local) => local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
