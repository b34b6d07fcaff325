using Connections.Domain.Directory;

namespace Connections.Data.Listings.Search;

public enum Likeness
{
    SameWebsite,
    SimilarName,
}

public sealed record Lookalike(DirectoryCard Card, Likeness Likeness);

/// <summary>Finds published listings that may be the same organisation: the same website, or a name that shares most of its
/// letter triples.</summary>
public static class FindLookalikes
{
    private const double Similar = 0.5;
    private const int Most = 5;

    public static IReadOnlyList<Lookalike> Of(ListingId id, ListingContent content, IEnumerable<DirectoryCard> cards)
    {
        var host = WebAddress.HostOf(content.Website);
        var name = Triples(content.Name);
        return [.. cards.Where(c => c.Id != id)
            .Select(c => (Card: c, SameHost: host is not null && WebAddress.HostOf(c.Content.Website) == host, Likeness: Jaccard(name, Triples(c.Content.Name))))
            .Where(c => c.SameHost || c.Likeness >= Similar)
            .OrderByDescending(c => c.SameHost).ThenByDescending(c => c.Likeness).ThenBy(c => c.Card.Slug, StringComparer.Ordinal)
            .Take(Most)
            .Select(c => new Lookalike(c.Card, c.SameHost ? Likeness.SameWebsite : Likeness.SimilarName))];
    }

    private static HashSet<string> Triples(string name)
    {
        var folded = $"  {string.Join(' ', FoldedText.Words(name))} ";
        return [.. Enumerable.Range(0, Math.Max(0, folded.Length - 2)).Select(i => folded.Substring(i, 3))];
    }

    private static double Jaccard(HashSet<string> a, HashSet<string> b)
    {
        var both = a.Count(b.Contains);
        return both == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }
}
