using Connections.Domain.Shared;

namespace Connections.Domain.Newsletters;

public readonly record struct EditionId(Guid Value) : IEntityId<EditionId>
{
    public static EditionId From(Guid value) => new(value);

    public static EditionId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
