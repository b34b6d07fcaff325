using Connections.Domain.Shared;

namespace Connections.Domain.Newsletters;

public readonly record struct SubscriptionId(Guid Value) : IEntityId<SubscriptionId>
{
    public static SubscriptionId From(Guid value) => new(value);

    public static SubscriptionId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
