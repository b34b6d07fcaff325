using Connections.Data.Listings.Search;

namespace Connections.Web.Features.Directory.Public.Search;

/// <summary>One group of boxes to tick: the choices worth showing first, and the rest behind a line to open.</summary>
public sealed record FacetView(string Name, string Title, IReadOnlyList<FacetChoice> First, IReadOnlyList<FacetChoice> More)
{
    private const int Shown = 6;

    /// <summary>What was chosen is always shown, even where nothing is left of it.</summary>
    public static FacetView From(string name, string title, IReadOnlyList<FacetCount> counts, IReadOnlyList<string> chosen, Func<string, string?> words)
    {
        var known = counts.Concat(chosen.Where(c => counts.All(f => f.Value != c)).Select(c => new FacetCount(c, 0)));
        var choices = known.Select(f => (f, Words: words(f.Value))).Where(f => f.Words is not null)
            .Select(f => new FacetChoice(f.f.Value, f.Words!, f.f.Count, chosen.Contains(f.f.Value))).ToList();
        var first = choices.Where((c, i) => i < Shown || c.IsChosen).ToList();
        return new FacetView(name, title, first, [.. choices.Except(first).OrderBy(c => c.Words, StringComparer.CurrentCulture)]);
    }
}

public sealed record FacetChoice(string Value, string Words, int Count, bool IsChosen);
