namespace Connections.Domain.Events;

/// <summary>Why one date of an event does not take place, in words for the people who would have come.</summary>
/// <param name="Start">As the clock of the place shows it.</param>
public sealed record DateCalledOff(DateTime Start, string Reason)
{
    public const int MaxReason = 200;

    /// <summary>Why the time that begins then does not take place; null where nobody said.</summary>
    /// <param name="dates">Of one event.</param>
    /// <param name="timeZone">The place's, by its IANA name.</param>
    public static string? Why(List<DateCalledOff> dates, DateTimeOffset startsAt, string timeZone) =>
        dates.Find(date => EventDetails.InstantIn(date.Start, timeZone) == startsAt)?.Reason;
}
