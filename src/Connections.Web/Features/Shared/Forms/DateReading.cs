using System.Globalization;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>A part of a date as a form asks for it.</summary>
public enum DatePart
{
    Day,
    Month,
    Year,
}

/// <summary>What a typed day, month and year add up to.</summary>
/// <param name="Problem">A key of SharedText.resx, or none.</param>
/// <param name="Wrong">The parts to correct.</param>
public sealed record DateReading(DateOnly? Date, string? Problem, IReadOnlyList<DatePart> Wrong)
{
    private static readonly DatePart[] All = [DatePart.Day, DatePart.Month, DatePart.Year];

    /// <summary>Takes digits of any script and names of months; three empty parts are no date and no problem.</summary>
    public static DateReading Of(string? day, string? month, string? year)
    {
        DatePart[] empty = [.. All.Zip([day, month, year]).Where(part => string.IsNullOrWhiteSpace(part.Second)).Select(part => part.First)];
        if (empty.Length == 3)
        {
            return new DateReading(null, null, []);
        }

        if (empty.Length > 0)
        {
            return new DateReading(null, $"Date.Missing.{string.Concat(empty)}", empty);
        }

        var (d, m, y) = (Number(day!), MonthOf(month!), Number(year!));
        return (d, m, y) switch
        {
            (null or < 1 or > 31, _, _) => new DateReading(null, "Date.WrongDay", [DatePart.Day]),
            (_, null or < 1 or > 12, _) => new DateReading(null, "Date.WrongMonth", [DatePart.Month]),
            (_, _, null or < 1000 or > 9999) => new DateReading(null, "Date.WrongYear", [DatePart.Year]),
            var (realDay, realMonth, realYear) when realDay > DateTime.DaysInMonth(realYear.Value, realMonth.Value) => new DateReading(null, "Date.NotReal", All),
            var (realDay, realMonth, realYear) => new DateReading(new DateOnly(realYear.Value, realMonth.Value, realDay.Value), null, []),
        };
    }

    private static int? MonthOf(string text)
    {
        if (Number(text) is { } number)
        {
            return number;
        }

        var format = CultureInfo.CurrentCulture.DateTimeFormat;
        var names = format.MonthNames.Concat(format.AbbreviatedMonthNames).ToArray();
        var at = Array.FindIndex(names, name => name.Length > 0 && CultureInfo.CurrentCulture.CompareInfo.Compare(name, text.Trim(), CompareOptions.IgnoreCase) == 0);
        return at < 0 ? null : (at % 13) + 1;
    }

    private static int? Number(string text)
    {
        var digits = text.Trim().Select(CharUnicodeInfo.GetDecimalDigitValue).ToArray();
        return digits.Length is 0 or > 4 || digits.Contains(-1) ? null : digits.Aggregate(0, (sum, digit) => (sum * 10) + digit);
    }
}
