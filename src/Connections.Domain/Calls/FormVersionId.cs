using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>One fixed wording of an application form.</summary>
public readonly record struct FormVersionId(Guid Value) : IEntityId<FormVersionId>
{
    public static FormVersionId From(Guid value) => new(value);

    public static FormVersionId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
