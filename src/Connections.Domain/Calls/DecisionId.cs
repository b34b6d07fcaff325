using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>What was decided on one application.</summary>
public readonly record struct DecisionId(Guid Value) : IEntityId<DecisionId>
{
    public static DecisionId From(Guid value) => new(value);

    public static DecisionId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
