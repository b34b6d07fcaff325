namespace Connections.Domain.Calls;

public enum ReviewStatus
{
    Draft,
    Submitted,
}
