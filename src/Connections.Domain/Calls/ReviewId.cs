using Connections.Domain.Shared;

namespace Connections.Domain.Calls;

/// <summary>One reviewer's judgement of one application.</summary>
public readonly record struct ReviewId(Guid Value) : IEntityId<ReviewId>
{
    public static ReviewId From(Guid value) => new(value);

    public static ReviewId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
