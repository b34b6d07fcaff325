namespace Connections.Domain.Audit;

public enum AuditFault
{
    /// <summary>The number that should come next is not there.</summary>
    Missing,

    /// <summary>The entry does not name the hash of the one before it.</summary>
    Unlinked,

    /// <summary>The entry's content does not give the hash it carries.</summary>
    Changed,
}

/// <summary>The first broken link of the audit record.</summary>
public sealed record AuditBreak(long Sequence, AuditFault Fault);
