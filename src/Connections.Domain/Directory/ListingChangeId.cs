using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>A change to a published listing that somebody must look at.</summary>
public readonly record struct ListingChangeId(Guid Value) : IEntityId<ListingChangeId>
{
    public static ListingChangeId From(Guid value) => new(value);

    public static ListingChangeId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
