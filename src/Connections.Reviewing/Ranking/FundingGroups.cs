namespace Connections.Reviewing.Ranking;

/// <summary>Divides a ranking into fund, draw and decline.</summary>
/// <remarks>
/// Source: Heyard and others (2022), section 2.4. The funding line is the k-th best expected rank. An application is funded
/// when its 75 % rank quantile is better than the line, declined when its 25 % quantile is worse, and enters the draw when
/// [25 %, 75 %] covers the line or its expected rank equals it. When fund and draw together make k, all of them are funded.
/// With a budget, exact ties that cannot all be funded are for the draw whatever their quantiles (<see cref="RankApplications"/>).
/// Boundary cases lie within one percentage point of either border; where the call counts them, they join the draw.
/// Guarantee: never more than k are funded without a draw.
/// </remarks>
public static class FundingGroups
{
    private const double Margin = 0.01;

    /// <summary>Groups of n applications whose expected ranks are given; exact ties carry the same number.</summary>
    public static (double? Line, FundingGroup[] Groups, bool[] Boundary) Divide(
        double[] expectedRanks, Func<int, int, double> atMost, int places, bool countsBoundary)
    {
        var n = expectedRanks.Length;
        var groups = new FundingGroup[n];
        var boundary = new bool[n];
        if (places == 0)
        {
            Array.Fill(groups, FundingGroup.Decline);
            return (null, groups, boundary);
        }

        if (places >= n)
        {
            return (expectedRanks.Max(), groups, boundary);
        }

        var line = expectedRanks.Order().ElementAt(places - 1);
        for (var i = 0; i < n; i++)
        {
            var better = atMost(i, (int)Math.Ceiling(line) - 1);
            var reaches = atMost(i, (int)Math.Floor(line));
            boundary[i] = countsBoundary && (Math.Abs(better - 0.75) <= Margin || Math.Abs(reaches - 0.25) <= Margin);
            groups[i] = expectedRanks[i] == line || boundary[i] ? FundingGroup.Draw
                : better >= 0.75 && expectedRanks[i] < line ? FundingGroup.Fund
                : reaches < 0.25 && expectedRanks[i] > line ? FundingGroup.Decline
                : FundingGroup.Draw;
        }

        if (groups.Count(g => g != FundingGroup.Decline) == places)
        {
            groups = [.. groups.Select(g => g == FundingGroup.Draw ? FundingGroup.Fund : g)];
        }

        return (line, groups, boundary);
    }
}
