namespace Connections.Reviewing.Assignment;

/// <summary>How often a plan lets the reviewers of one organisation judge another, for the reciprocal rule.</summary>
internal sealed class LinkCounts(RuleRows rules)
{
    private readonly Dictionary<(int Judge, int Judged), int> links = [];

    /// <summary>Counts a pair in (1) or out (−1).</summary>
    public void Add(int pair, int change)
    {
        if (rules.Link(pair) is { } link)
        {
            links[link] = links.GetValueOrDefault(link) + change;
        }
    }

    /// <summary>How many pairs go the other way between the same two organisations.</summary>
    public int Opposite(int pair) =>
        links.Count > 0 && rules.Link(pair) is { } link ? links.GetValueOrDefault((link.Judged, link.Judge)) : 0;
}
