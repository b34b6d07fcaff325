namespace Connections.Domain.Calls;

/// <summary>An application's place among all of its call.</summary>
public sealed record RankedApplication(CallApplicationId Id, string Reference, int? Rank, MarkSpread? Marks);
