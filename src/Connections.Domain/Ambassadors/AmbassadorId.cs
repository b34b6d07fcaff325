using Connections.Domain.Shared;

namespace Connections.Domain.Ambassadors;

public readonly record struct AmbassadorId(Guid Value) : IEntityId<AmbassadorId>
{
    public static AmbassadorId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
