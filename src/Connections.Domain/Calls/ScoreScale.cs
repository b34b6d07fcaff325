namespace Connections.Domain.Calls;

/// <summary>The whole numbers a reviewer may give, the same for every criterion of a call.</summary>
public sealed record ScoreScale(int Min, int Max)
{
    public bool Holds(int score) => score >= Min && score <= Max;

    public IEnumerable<int> Points() => Enumerable.Range(Min, Max - Min + 1);
}
