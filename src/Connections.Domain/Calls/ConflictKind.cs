namespace Connections.Domain.Calls;

public enum ConflictKind
{
    /// <summary>The reviewer said so.</summary>
    Declared,

    /// <summary>The portal found it: the same organisation, or an application of the reviewer's own.</summary>
    Detected,
}
