using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>One application on one reviewer's pile.</summary>
public readonly record struct AssignmentId(Guid Value) : IEntityId<AssignmentId>
{
    public static AssignmentId From(Guid value) => new(value);

    public static AssignmentId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
