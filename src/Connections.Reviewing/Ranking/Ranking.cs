namespace Connections.Reviewing.Ranking;

/// <summary>What the scores say about one application's chance of a place.</summary>
public enum FundingGroup
{
    Fund,
    Draw,
    Decline,
}

/// <summary>One application's place in the ranking. Ranks count from 1, the best; effects are in points of the call's scale.</summary>
/// <param name="Application">Its identifier.</param>
/// <param name="Mean">The plain mean of its scores.</param>
/// <param name="Effect">Calibrated distance from the average application, leniency taken out.</param>
/// <param name="EffectSd">Standard deviation of that distance.</param>
/// <param name="ExpectedRank">ER, between 1 and n.</param>
/// <param name="Percentile">100(ER − ½)/n: the smaller the better.</param>
/// <param name="Sucra">(n − ER)/(n − 1): 1 is surely best; empty when there is one application only.</param>
/// <param name="Rank05">Rank it reaches or betters with probability 5 %.</param>
/// <param name="Rank25">The same for 25 %.</param>
/// <param name="Rank75">The same for 75 %.</param>
/// <param name="Rank95">The same for 95 %.</param>
/// <param name="InPlaces">Probability of being truly among the best k; empty when there is no k.</param>
/// <param name="Group">Fund, draw or decline; empty when there is nothing to decide.</param>
/// <param name="IsBoundaryCase">True when one percentage point would have changed the group.</param>
public sealed record RankedApplication(
    string Application,
    double Mean,
    double Effect,
    double EffectSd,
    double ExpectedRank,
    double Percentile,
    double? Sucra,
    int Rank05,
    int Rank25,
    int Rank75,
    int Rank95,
    double? InPlaces,
    FundingGroup? Group,
    bool IsBoundaryCase);

/// <summary>How far a reviewer's scores lie above (+) or below (−) what others give the same applications, in points, with a 95 % interval.</summary>
public sealed record ReviewerLeniency(string Reviewer, double Leniency, double Sd, double Low, double High, int Scores);

/// <summary>Posterior means of the variances, in squared points of the call's scale.</summary>
public sealed record VarianceParts(double Application, double Reviewer, double Residual, double? Panel);

/// <summary>A call's ranking: best first, exact ties by identifier.</summary>
public sealed record CalibratedRanking(
    double? Line,
    IReadOnlyList<RankedApplication> Applications,
    IReadOnlyList<ReviewerLeniency> Reviewers,
    VarianceParts Variance,
    bool Discriminates,
    BudgetWalk? Awards,
    IReadOnlyList<string> Warnings);
