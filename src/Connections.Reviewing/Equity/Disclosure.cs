namespace Connections.Reviewing.Equity;

/// <summary>Disclosure control: what may be published about small groups of people.</summary>
/// <remarks>
/// Source: the rounding and suppression strategy of HESA (Jisc). Counts are rounded to the nearest five (0, 1 and 2 become 0, halves go up);
/// rates on fewer than 22.5 people and averages on fewer than 8 are suppressed. Complementary suppression: the total less the published
/// cells gives the suppressed ones together, so these must be two or more and together on enough people to be published; the
/// smallest of the others are suppressed until they are.
/// Published statistics are rounded to two decimals, because a rate with many decimals gives away its exact counts.
/// </remarks>
public static class Disclosure
{
    public const double LeastForRate = 22.5;
    public const int LeastForAverage = 8;
    private const int Step = 5;

    /// <summary>A count to the nearest five.</summary>
    public static int Round(double count) => Step * (int)Math.Floor(count / Step + 0.5);

    /// <summary>A published statistic: two decimals.</summary>
    public static double RoundStatistic(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>Which cells of one total must be suppressed, given the number of people behind each.</summary>
    /// <param name="people">The number of people behind each cell.</param>
    /// <param name="least">Cells on fewer people are suppressed.</param>
    public static bool[] Suppressed(IReadOnlyList<int> people, double least)
    {
        var suppressed = people.Select(n => n < least).ToArray();
        foreach (var next in Enumerable.Range(0, people.Count).Where(i => !suppressed[i]).OrderBy(i => people[i]).ThenBy(i => i).ToArray())
        {
            var together = people.Where((_, i) => suppressed[i]).ToArray();
            if (together.Length == 0 || (together.Length > 1 && together.Sum() >= least))
            {
                break;
            }

            suppressed[next] = true;
        }

        return suppressed;
    }
}
