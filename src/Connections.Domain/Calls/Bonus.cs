namespace Connections.Domain.Calls;

/// <summary>A weighted extra named in advance, in points of the hundred that the criteria share.</summary>
public sealed record Bonus(int MaxPoints, string Name, string Words);
