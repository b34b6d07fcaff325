namespace Connections.Reviewing.Equity;

/// <summary>How a group fared at one stage.</summary>
/// <param name="Group">Its name.</param>
/// <param name="Share">Successes out of people.</param>
/// <param name="Wilson">Its rate with a 95 % interval.</param>
/// <param name="Funnel95">Counts within which 95 of 100 groups of this size lie at the overall rate.</param>
/// <param name="Funnel998">The same for 998 of 1,000.</param>
/// <param name="Fisher">p of the group against all others together; empty for a single group.</param>
/// <param name="RatioToHighest">Its rate as a share of the highest group's, with interval; empty for that group itself.</param>
public sealed record GroupOutcome(
    string Group, Share Share, Interval Wilson, (int Low, int High) Funnel95, (int Low, int High) Funnel998, double? Fisher, Interval? RatioToHighest)
{
    /// <summary>Whether the count lies within the 95 % limits: nothing unusual for a group of this size.</summary>
    public bool IsWithinFunnel => Share.Count >= Funnel95.Low && Share.Count <= Funnel95.High;
}

/// <summary>The first group's rate less the second's, with Newcombe's interval and Fisher's p.</summary>
public sealed record GroupDifference(string Group, string Versus, Interval Difference, double Fisher);

/// <summary>Rates of all groups at one stage of a call (eligible, drawn, awarded …) and their differences.</summary>
/// <remarks>
/// Works for any grouping. No figure here is an alarm by itself: with 11 awards among groups of 20 and 45 a perfectly fair process falls below
/// the four-fifths ratio 72 times in 100, which is why the ratio comes with its interval only.
/// </remarks>
public sealed record EquityTable(IReadOnlyList<GroupOutcome> Groups, Share Overall, IReadOnlyList<GroupDifference> Differences)
{
    public static EquityTable Of(IReadOnlyDictionary<string, Share> groups)
    {
        var named = groups.OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var overall = named.Select(g => g.Value).Aggregate((a, b) => a.Plus(b));
        var highest = named.OrderByDescending(g => g.Value.Rate).First();
        var outcomes = named.Select(g => new GroupOutcome(
            g.Key,
            g.Value,
            Proportions.Wilson(g.Value),
            Proportions.Funnel(g.Value.Of, overall.Rate, 0.95),
            Proportions.Funnel(g.Value.Of, overall.Rate, 0.998),
            named.Length > 1 ? Proportions.Fisher(g.Value, new Share(overall.Count - g.Value.Count, overall.Of - g.Value.Of)) : null,
            g.Key == highest.Key ? null : Proportions.Ratio(g.Value, highest.Value)));
        var differences = from i in Enumerable.Range(0, named.Length)
                          from j in Enumerable.Range(i + 1, named.Length - i - 1)
                          select new GroupDifference(
                              named[i].Key,
                              named[j].Key,
                              Proportions.Newcombe(named[i].Value, named[j].Value),
                              Proportions.Fisher(named[i].Value, named[j].Value));
        return new EquityTable([.. outcomes], overall, [.. differences]);
    }
}
