using System.Globalization;
using NodaTime;

namespace Connections.Web.Features.Shared.Times;

/// <summary>Says a moment in words people use: "14 July 2026, 5pm (Edinburgh)".</summary>
public static class TimeWords
{
    /// <summary>Date and time of an instant in a zone, with the place that the zone is named after.</summary>
    public static string Moment(DateTimeOffset instant, DateTimeZone zone, string zoneName)
    {
        var local = In(instant, zone);
        return $"{Date(local)}, {Time(local)} ({zoneName})";
    }

    /// <summary>"10am to 6pm, 4 July 2026 (Toronto)", or both dates where it goes past midnight.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to, DateTimeZone zone, string zoneName, string joiner) =>
        Span(In(from, zone), In(to, zone), zoneName, joiner);

    /// <summary>The same for times of the wall clock.</summary>
    public static string Span(DateTime start, DateTime end, string zoneName, string joiner) => start.Date == end.Date
        ? $"{AtLineStart(Time(start))} {joiner} {Time(end)}, {Date(start)} ({zoneName})"
        : $"{Date(start)}, {Time(start)} {joiner} {Date(end)}, {Time(end)} ({zoneName})";

    /// <summary>The same instant on another clock, beside it: "6am (London)", with the day only where it is another.</summary>
    public static string Beside(DateTimeOffset instant, DateTimeZone shown, DateTimeZone other, string otherName)
    {
        var (here, there) = (In(instant, shown), In(instant, other));
        return here.Date == there.Date ? $"{AtLineStart(Time(there))} ({otherName})" : $"{AtLineStart(Time(there))}, {Date(there)} ({otherName})";
    }

    /// <summary>The same for a length of time: both ends with their days where it goes past midnight.</summary>
    public static string Beside(DateTimeOffset from, DateTimeOffset to, DateTimeZone shown, DateTimeZone other, string otherName, string joiner) =>
        In(from, shown).Date == In(to, shown).Date ? Beside(from, shown, other, otherName) : Span(from, to, other, otherName, joiner);

    public static string Date(DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Time(DateTime time)
    {
        var culture = CultureInfo.CurrentCulture;
        if (culture.TwoLetterISOLanguageName is not "en")
        {
            return time.ToString("t", culture);
        }

        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var half = time.Hour < 12 ? "am" : "pm";
        return (time.Hour, time.Minute) switch
        {
            (0, 0) => "midnight",
            (12, 0) => "noon",
            (_, 0) => $"{hour}{half}",
            _ => $"{hour}:{time.Minute:00}{half}",
        };
    }

    /// <summary>"Noon" where a line begins with it.</summary>
    private static string AtLineStart(string time) => char.ToUpper(time[0], CultureInfo.CurrentCulture) + time[1..];

    /// <summary>The instant as local wall-clock time.</summary>
    public static DateTime In(DateTimeOffset instant, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(instant).InZone(zone).ToDateTimeUnspecified();

    /// <summary>The place an IANA zone is named after: "Auckland" of <c>Pacific/Auckland</c>.</summary>
    public static string PlaceOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
