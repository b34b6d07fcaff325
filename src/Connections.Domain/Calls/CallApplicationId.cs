using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>One answer to a call.</summary>
public readonly record struct CallApplicationId(Guid Value) : IEntityId<CallApplicationId>
{
    public static CallApplicationId From(Guid value) => new(value);

    public static CallApplicationId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
