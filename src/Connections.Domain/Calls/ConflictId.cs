using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>A pair of reviewer and application that must stay apart.</summary>
public readonly record struct ConflictId(Guid Value) : IEntityId<ConflictId>
{
    public static ConflictId From(Guid value) => new(value);

    public static ConflictId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
