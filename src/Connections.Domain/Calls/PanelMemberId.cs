using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>A reviewer's seat on one call's panel.</summary>
public readonly record struct PanelMemberId(Guid Value) : IEntityId<PanelMemberId>
{
    public static PanelMemberId From(Guid value) => new(value);

    public static PanelMemberId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
