namespace Connections.Domain.Calls;

/// <summary>What a reviewer entered for one criterion.</summary>
public sealed record ReviewEntry(string Criterion, int? Score, string Reason);
