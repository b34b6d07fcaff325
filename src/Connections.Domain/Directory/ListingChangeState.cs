namespace Connections.Domain.Directory;

public enum ListingChangeState
{
    Draft,
    Waiting,
    Accepted,
    PartlyAccepted,
    Refused,
    Dropped,
}
