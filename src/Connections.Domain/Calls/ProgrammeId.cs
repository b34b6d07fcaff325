using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>A standing programme: the fund, the ambassadors, the youth exchange.</summary>
public readonly record struct ProgrammeId(Guid Value) : IEntityId<ProgrammeId>
{
    public static ProgrammeId From(Guid value) => new(value);

    public static ProgrammeId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
