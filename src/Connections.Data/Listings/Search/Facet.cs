namespace Connections.Data.Listings.Search;

/// <summary>One way to narrow the directory: every value with the set of listings that have it.</summary>
internal sealed class Facet
{
    private readonly int documents;
    private readonly Dictionary<string, DocumentSet> sets = new(StringComparer.Ordinal);
    private readonly KeyValuePair<string, DocumentSet>[] inOrder;

    public Facet(IReadOnlyList<DirectoryCard> cards, Func<DirectoryCard, IEnumerable<string>> valuesOf)
    {
        documents = cards.Count;
        for (var document = 0; document < cards.Count; document++)
        {
            foreach (var value in valuesOf(cards[document]))
            {
                if (!sets.TryGetValue(value, out var set))
                {
                    sets.Add(value, set = new DocumentSet(documents));
                }

                set.Add(document);
            }
        }

        inOrder = [.. sets.OrderBy(s => s.Key, StringComparer.Ordinal)];
    }

    /// <returns>The listings with one of the values; null where none is asked for.</returns>
    public DocumentSet? Chosen(IReadOnlyList<string>? values)
    {
        if (values is null or [])
        {
            return null;
        }

        if (values is [var only] && sets.TryGetValue(only, out var single))
        {
            return single;
        }

        var chosen = new DocumentSet(documents);
        foreach (var value in values)
        {
            if (sets.TryGetValue(value, out var set))
            {
                chosen.UniteWith(set);
            }
        }

        return chosen;
    }

    /// <returns>The values found among the listings, most frequent first, then by value.</returns>
    public IReadOnlyList<FacetCount> CountIn(DocumentSet found)
    {
        var counts = new List<FacetCount>(inOrder.Length);
        foreach (var (value, set) in inOrder)
        {
            var count = set.CountAnd(found);
            if (count > 0)
            {
                counts.Add(new FacetCount(value, count));
            }
        }

        counts.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Value, b.Value));
        return counts;
    }
}
