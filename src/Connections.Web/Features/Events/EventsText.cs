namespace Connections.Web.Features.Events;

/// <summary>Marks the texts of events.</summary>
public sealed class EventsText;
