using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>One round of a programme.</summary>
public readonly record struct CallId(Guid Value) : IEntityId<CallId>
{
    public static CallId From(Guid value) => new(value);

    public static CallId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
