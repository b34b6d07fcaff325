using Connections.Domain.Shared;

namespace Connections.Domain.Content;

public readonly record struct PageId(Guid Value) : IEntityId<PageId>
{
    public static PageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
