namespace Connections.Domain.Directory;

/// <summary>The six kinds of organisation. A site pack gives them their names.</summary>
public enum OrganisationKind
{
    Heritage,
    ArtsAndCulture,
    AlumniAndStudent,
    BusinessNetwork,
    EventOrganiser,
    Other,
}
