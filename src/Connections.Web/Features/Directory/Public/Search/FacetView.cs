using System.Collections.Concurrent;
using System.Globalization;
using Connections.Data.Listings.Search;

namespace Connections.Web.Features.Directory.Public.Search;

/// <summary>One group of boxes to tick: the choices worth showing first, and the rest behind a line to open.</summary>
public sealed record FacetView(string Name, string Title, IReadOnlyList<FacetChoice> First, IReadOnlyList<FacetChoice> More)
{
    private const int Shown = 6;

    // Comparing as a language does is slow, and the same few words are put in order on every page.
    private static readonly ConcurrentDictionary<(CultureInfo, string), SortKey> SortKeys = new();

    /// <summary>What was chosen is always shown, even where nothing is left of it.</summary>
    public static FacetView From(string name, string title, IReadOnlyList<FacetCount> counts, IReadOnlyList<string> chosen, Func<string, string?> words)
    {
        var known = counts.Concat(chosen.Where(c => counts.All(f => f.Value != c)).Select(c => new FacetCount(c, 0)));
        var (first, more) = (new List<FacetChoice>(Shown), new List<FacetChoice>());
        var seen = 0;
        foreach (var count in known)
        {
            if (words(count.Value) is { } said)
            {
                var choice = new FacetChoice(count.Value, said, count.Count, chosen.Contains(count.Value));
                (seen++ < Shown || choice.IsChosen ? first : more).Add(choice);
            }
        }

        more.Sort(static (a, b) => SortKey.Compare(SortKeyOf(a.Words), SortKeyOf(b.Words)));
        return new FacetView(name, title, first, more);
    }

    private static SortKey SortKeyOf(string words) =>
        SortKeys.GetOrAdd((CultureInfo.CurrentCulture, words), static key => key.Item1.CompareInfo.GetSortKey(key.Item2));
}

public sealed record FacetChoice(string Value, string Words, int Count, bool IsChosen);
