using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>One answer to a call.</summary>
public readonly record struct ApplicationId(Guid Value) : IEntityId<ApplicationId>
{
    public static ApplicationId From(Guid value) => new(value);

    public static ApplicationId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
