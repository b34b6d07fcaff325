using Connections.Domain.Shared;

namespace Connections.Domain.Partners;

public readonly record struct PartnerId(Guid Value) : IEntityId<PartnerId>
{
    public static PartnerId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
