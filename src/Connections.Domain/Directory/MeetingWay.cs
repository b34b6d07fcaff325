namespace Connections.Domain.Directory;

public enum MeetingWay
{
    InPerson,
    Online,
}
