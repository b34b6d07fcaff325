namespace Connections.Domain.Directory;

public enum ListingMessageState
{
    Waiting,
    Accepted,
    Refused,
}
