using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>One organisation's entry in the directory.</summary>
public readonly record struct ListingId(Guid Value) : IEntityId<ListingId>
{
    public static ListingId From(Guid value) => new(value);

    public static ListingId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
