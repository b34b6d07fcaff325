using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>What a visitor wrote to staff about a listing.</summary>
public readonly record struct ListingMessageId(Guid Value) : IEntityId<ListingMessageId>
{
    public static ListingMessageId From(Guid value) => new(value);

    public static ListingMessageId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
