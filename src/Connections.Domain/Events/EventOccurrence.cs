namespace Connections.Domain.Events;

/// <summary>One time at which a published event takes place. A list of events is a list of these.</summary>
public sealed class EventOccurrence
{
    private EventOccurrence()
    {
    }

    public EventOccurrence(EventId eventId, DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        EventId = eventId;
        StartsAt = startsAt;
        EndsAt = endsAt;
    }

    public EventId EventId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }
}
