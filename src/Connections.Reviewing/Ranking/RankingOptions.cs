namespace Connections.Reviewing.Ranking;

/// <summary>What is assumed about reviewers' leniency.</summary>
public enum CalibrationMode
{
    /// <summary>Its standard deviation is fixed at half a point of a six-point scale, as in Heyard and others (2022).</summary>
    Published,

    /// <summary>Its standard deviation is learnt from the call's own scores; the default.</summary>
    Learned,
}

/// <summary>How a call is to be ranked.</summary>
public sealed record RankingOptions
{
    public required ScoreScale Scale { get; init; }

    public CalibrationMode Mode { get; init; } = CalibrationMode.Learned;

    /// <summary>Places to give; leave empty when there is a budget or nothing to decide yet.</summary>
    public int? Places { get; init; }

    /// <summary>Money to give instead of places.</summary>
    public Budget? Budget { get; init; }

    /// <summary>Whether applications within one percentage point of a group's border join the draw; by default in learned mode only.</summary>
    public bool? BoundaryCases { get; init; }

    /// <summary>Panel of each application, for calls with several panels.</summary>
    public IReadOnlyDictionary<string, string>? Panels { get; init; }
}
