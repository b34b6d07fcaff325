using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>An organisation, listed in the directory or on its way there.</summary>
public readonly record struct OrganisationId(Guid Value) : IEntityId<OrganisationId>
{
    public static OrganisationId From(Guid value) => new(value);

    public static OrganisationId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}
