using Connections.Domain.Shared;

namespace Connections.Domain.Events;

public readonly record struct EventId(Guid Value) : IEntityId<EventId>
{
    public static EventId From(Guid value) => new(value);

    public static EventId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
