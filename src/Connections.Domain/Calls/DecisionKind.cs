namespace Connections.Domain.Calls;

public enum DecisionKind
{
    Award,
    Decline,

    /// <summary>Next in line, should somebody withdraw.</summary>
    Reserve,
}
