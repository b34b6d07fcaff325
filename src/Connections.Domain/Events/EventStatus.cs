namespace Connections.Domain.Events;

public enum EventStatus
{
    /// <summary>Sent by its organiser, new or changed, not yet checked by staff.</summary>
    Submitted,

    /// <summary>Sent back with a reason; the organiser may change it and send it again.</summary>
    Returned,

    Published,

    /// <summary>Called off. A published event stays visible as cancelled, so that calendars learn of it.</summary>
    Cancelled,
}
