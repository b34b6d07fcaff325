namespace Connections.Domain.Calls;

/// <summary>Draft → announced (the rubric is public) → open (the rubric is frozen) → closed (the panel reads) → decided (results are public).</summary>
public enum CallStatus
{
    Draft,
    Announced,
    Open,
    Closed,
    Decided,
}
