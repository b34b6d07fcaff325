using Connections.Domain.Events;

namespace Connections.Web.Features.Events.Dates;

/// <summary>The coming dates of a repeating event, each with what can be done about it.</summary>
/// <param name="ListPath">Where its dates are listed.</param>
public sealed record EventDates(Event Event, IReadOnlyList<EventDate> Coming, int Version, string ListPath)
{
    /// <summary>What was asked for and could not be done: its row keeps the words.</summary>
    public DateChoice? Refused { get; init; }

    private const int MostShown = 60;

    /// <returns>Null where the event has no dates of its own: it is not public, cancelled, or takes place once.</returns>
    public static EventDates? Of(Event? found, string listPath, DateTimeOffset now) =>
        found is { IsPublic: true, Status: not EventStatus.Cancelled, Details.Recurrence: not null }
            ? new EventDates(found, [.. found.Times(now).Where(t => t.StartsAt > now).Take(MostShown).Select(t => EventDate.Of(t, found))], found.Version, listPath)
            : null;
}

/// <param name="Start">As the clock of the place shows it, for the form.</param>
/// <param name="Reason">Why it is called off.</param>
public sealed record EventDate(string Start, DateTimeOffset StartsAt, bool IsCalledOff, string? Reason)
{
    public static EventDate Of(EventOccurrence time, Event found)
    {
        var details = found.Details;
        // A date that was called off keeps the name it was called off by, though the clocks may skip that hour.
        var calledOff = details.Exceptions.Where(start => details.InstantOf(start) == time.StartsAt).Select(start => (DateTime?)start).FirstOrDefault();
        var local = calledOff ?? TimeZoneInfo.ConvertTime(time.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(details.TimeZone)).DateTime;
        return new EventDate(CallOffDate.Write(local), time.StartsAt, calledOff is not null, found.WhyCalledOff(time.StartsAt));
    }
}
