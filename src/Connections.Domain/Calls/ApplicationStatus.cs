namespace Connections.Domain.Calls;

public enum ApplicationStatus
{
    Draft,
    Submitted,
    Withdrawn,
    Decided,
}
