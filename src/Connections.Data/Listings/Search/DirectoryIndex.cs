using Connections.Domain.Directory;

namespace Connections.Data.Listings.Search;

/// <summary>All published listings, ready to be searched. Immutable: a change of the directory makes a new one.</summary>
/// <remarks>Listings are numbered in the order of their names, so that ties are broken by name and an unsorted walk is an
/// alphabetical one. Ranking: words in the name before place before other text, then the order of names.</remarks>
public sealed class DirectoryIndex
{
    private readonly DirectoryEntry[] entries;
    private readonly DirectoryCard[] cards;
    private readonly WordPostings postings;
    private readonly SpellingIndex spelling;
    private readonly Facet kinds;
    private readonly Facet countries;
    private readonly Facet languages;
    private readonly Facet meets;
    private readonly Dictionary<string, int> bySlug;

    internal DirectoryIndex(IEnumerable<DirectoryEntry> listed, long revision)
    {
        Revision = revision;
        entries = [.. listed.OrderBy(e => e.FoldedName, StringComparer.Ordinal).ThenBy(e => e.Card.Id.Value)];
        cards = Array.ConvertAll(entries, e => e.Card);
        postings = new WordPostings(entries);
        spelling = new SpellingIndex(postings.Vocabulary, postings.Frequency);
        kinds = new Facet(cards, c => c.Content.Kind is { } kind ? [kind.Key()] : []);
        countries = new Facet(cards, c => c.Content.Country is { } country ? [country] : []);
        languages = new Facet(cards, c => c.Content.Languages);
        meets = new Facet(cards, c => c.Content.Meets.Select(m => m.Key()));
        bySlug = Enumerable.Range(0, cards.Length).ToDictionary(i => cards[i].Slug, StringComparer.Ordinal);
    }

    /// <summary>An index of the given listings, without a database.</summary>
    public static DirectoryIndex Of(IEnumerable<DirectoryCard> cards, DirectoryNames names) => new(cards.Select(c => new DirectoryEntry(c, names)), revision: 0);

    /// <returns>The index with some listings as they are now: only their words are cut anew.</returns>
    public DirectoryIndex With(IReadOnlyCollection<DirectoryCard> changed, DirectoryNames names)
    {
        var ids = changed.Select(c => c.Id).ToHashSet();
        return new DirectoryIndex(entries.Where(e => !ids.Contains(e.Card.Id)).Concat(changed.Select(c => new DirectoryEntry(c, names))), Revision);
    }

    /// <summary>The number of the change up to which everything is in here.</summary>
    public long Revision { get; }

    public int Count => cards.Length;

    public IReadOnlyList<DirectoryCard> Cards => cards;

    public DirectoryCard? Find(string slug) => bySlug.TryGetValue(slug, out var document) ? cards[document] : null;

    public DirectoryResults Search(DirectoryQuery query)
    {
        var (match, found) = Narrow(query, out var facets);
        var total = found.Count();
        var pages = Math.Max(1, (total + query.PageSize - 1) / query.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var shown = Ordered(match, found).Skip((page - 1) * query.PageSize).Take(query.PageSize).Select(d => cards[d]).ToList();
        return new DirectoryResults(shown, total, page, pages, facets, match?.Corrections ?? [], match?.SomeWordsOnly ?? false);
    }

    /// <returns>Every listing that the query finds, best first.</returns>
    public IEnumerable<DirectoryCard> SearchAll(DirectoryQuery query)
    {
        var (match, found) = Narrow(query, out _);
        return Ordered(match, found).Select(d => cards[d]);
    }

    /// <returns>The places of all listings that the query finds, most listings first, then by name.</returns>
    public IReadOnlyList<PlaceCount> Places(DirectoryQuery query) =>
        [.. SearchAll(query)
            .Where(c => c.Content.Place is not null && c.Content.Country is not null)
            .GroupBy(c => (c.Content.Place, c.Content.Country))
            .Select(g => new PlaceCount(g.Key.Place!, g.Key.Country!, g.Select(c => c.Location).FirstOrDefault(l => l is not null), g.Count()))
            .OrderByDescending(p => p.Count)
            .ThenBy(p => p.Place, StringComparer.Ordinal)
            .ThenBy(p => p.Country, StringComparer.Ordinal)];

    private (TextMatch? Match, DocumentSet Found) Narrow(DirectoryQuery query, out DirectoryFacets facets)
    {
        var match = TextMatch.For(query.Text, entries, postings, spelling);
        var text = match?.Found ?? DocumentSet.All(cards.Length);
        var (kind, country, language, meeting) = (kinds.Chosen(query.Kinds), countries.Chosen(query.Countries), languages.Chosen(query.Languages), meets.Chosen(query.Meets));
        facets = new DirectoryFacets(
            kinds.CountIn(All(text, country, language, meeting)),
            countries.CountIn(All(text, kind, language, meeting)),
            languages.CountIn(All(text, kind, country, meeting)),
            meets.CountIn(All(text, kind, country, language)));
        return (match, All(text, kind, country, language, meeting));
    }

    private static DocumentSet All(DocumentSet first, params ReadOnlySpan<DocumentSet?> others)
    {
        foreach (var other in others)
        {
            first = other is null ? first : first.And(other);
        }

        return first;
    }

    /// <summary>A counting sort by score: linear, and stable, so that equal scores stay in the order of names.</summary>
    private static IEnumerable<int> Ordered(TextMatch? match, DocumentSet found)
    {
        if (match is null)
        {
            return found.Members();
        }

        var next = new int[match.HighestScore + 2];
        var total = 0;
        foreach (var document in found.Members())
        {
            next[match.HighestScore - match.Score(document) + 1]++;
            total++;
        }

        for (var i = 1; i < next.Length; i++)
        {
            next[i] += next[i - 1];
        }

        var ordered = new int[total];
        foreach (var document in found.Members())
        {
            ordered[next[match.HighestScore - match.Score(document)]++] = document;
        }

        return ordered;
    }
}
