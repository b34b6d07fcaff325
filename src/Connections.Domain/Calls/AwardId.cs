using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>A grant, appointment or place that was given.</summary>
public readonly record struct AwardId(Guid Value) : IEntityId<AwardId>
{
    public static AwardId From(Guid value) => new(value);

    public static AwardId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
