namespace Connections.Domain.Calls;

/// <summary>How many words a reviewer's reason for a score has.</summary>
public sealed record ReasonLength(int Min, int Max);
