namespace Connections.Reviewing.Ranking;

/// <summary>One reviewer's overall score for one application, in points of the call's scale.</summary>
public readonly record struct Score(string Application, string Reviewer, double Value);

/// <summary>The lowest and highest score a reviewer can give, for example 1 and 6.</summary>
public readonly record struct ScoreScale(double Min, double Max)
{
    public double Width => Max - Min;
}
