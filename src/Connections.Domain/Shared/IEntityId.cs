namespace Connections.Domain.Shared;

/// <summary>A typed identifier over a <see cref="Guid"/>. Stored as the bare value in both databases.</summary>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
