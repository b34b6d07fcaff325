using System.Globalization;
using Connections.Domain.Events;
using Connections.Web.Features.Shared.Times;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Events;

/// <summary>Says how an event repeats as a poster does: "On the first Tuesday of every month, 7 times in all".</summary>
internal static class RepetitionWords
{
    /// <param name="zone">IANA zone of the place, whose clock says on which day it ends.</param>
    public static string Of(string rule, string zone, IStringLocalizer<EventsText> texts)
    {
        if (RecurrenceRule.Parse(rule) is not { } parsed)
        {
            return texts["Repeats.SeveralDates"];
        }

        var words = Every(parsed, texts);
        return (parsed.Count, parsed.LastLocal(TimeZoneInfo.FindSystemTimeZoneById(zone))) switch
        {
            ({ } times, _) => texts["Repeats.Times", words, times],
            (_, { } last) => texts["Repeats.Until", words, TimeWords.Date(last)],
            _ => words,
        };
    }

    private static string Every(RecurrenceRule rule, IStringLocalizer<EventsText> texts) => rule switch
    {
        { ByDay.Count: 0, Interval: 1 } => texts[$"Repeats.{rule.Frequency}"],
        { ByDay.Count: 0 } => texts[$"Repeats.{rule.Frequency}.Several", rule.Interval],
        { Frequency: RecurrenceFrequency.Weekly, Interval: 1 } => texts["Repeats.OnDays", Days(rule)],
        { Frequency: RecurrenceFrequency.Weekly, Interval: 2 } => texts["Repeats.EveryOtherWeek", Days(rule)],
        { Frequency: RecurrenceFrequency.Monthly, Interval: 1, ByDay: [{ Ordinal: -1 or (> 0 and < 5) } day] } =>
            texts["Repeats.InEveryMonth", texts[$"Ordinal.{day.Ordinal}"].Value, Name(day.Day)],
        _ => texts["Repeats.SeveralDates"],
    };

    private static string Days(RecurrenceRule rule) => string.Join(", ", rule.ByDay.Select(d => Name(d.Day)));

    private static string Name(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);
}
