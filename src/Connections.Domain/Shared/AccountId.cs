namespace Connections.Domain.Shared;

/// <summary>Somebody who can sign in: member, representative, partner, ambassador or staff.</summary>
public readonly record struct AccountId(Guid Value) : IEntityId<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public static AccountId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
