namespace Connections.Data.Listings.Search;

/// <summary>The listings that match the typed words, with a score each.</summary>
internal sealed class TextMatch
{
    private const int MostWords = 8;
    private const int ShortestPrefix = 2;
    private const short WholeNameBonus = 100;
    private readonly short[] scoreOf;

    private TextMatch(DocumentSet found, short[] scores, int highest, List<SpellingCorrection> corrections, bool someWordsOnly)
    {
        Found = found;
        scoreOf = scores;
        HighestScore = highest;
        Corrections = corrections;
        SomeWordsOnly = someWordsOnly;
    }

    public DocumentSet Found { get; }

    public int HighestScore { get; }

    public IReadOnlyList<SpellingCorrection> Corrections { get; }

    public bool SomeWordsOnly { get; }

    public int Score(int document) => scoreOf[document];

    /// <returns>Null where nothing was typed that could be searched for.</returns>
    public static TextMatch? For(string? text, IReadOnlyList<DirectoryEntry> entries, WordPostings postings, SpellingIndex spelling)
    {
        var cut = text is { Length: > DirectoryQuery.TextLength } ? text[..DirectoryQuery.TextLength] : text;
        var words = FoldedText.Words(cut).Distinct().Take(MostWords).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        var corrections = new List<SpellingCorrection>();
        var scores = new short[entries.Count];
        var hits = new byte[entries.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var range = Range(words[i], postings);
            if (range.Start.Value == range.End.Value && spelling.Correct(words[i]) is { } meant)
            {
                corrections.Add(new SpellingCorrection(words[i], meant));
                words[i] = meant;
                range = Range(meant, postings);
            }

            AddWord(range, words[i], postings, scores, hits);
        }

        var most = hits.DefaultIfEmpty().Max();
        var found = new DocumentSet(entries.Count);
        var whole = string.Join(' ', words);
        var highest = 0;
        for (var document = 0; most > 0 && document < hits.Length; document++)
        {
            if (hits[document] == most)
            {
                found.Add(document);
                scores[document] += entries[document].FoldedName == whole ? WholeNameBonus : (short)0;
                highest = Math.Max(highest, scores[document]);
            }
        }

        return new TextMatch(found, scores, highest, corrections, most > 0 && most < words.Count);
    }

    private static Range Range(string word, WordPostings postings)
    {
        var range = postings.StartingWith(word);
        var isPrefixEnough = word.Length >= ShortestPrefix || FoldedText.IsPaired(word);
        var isWord = range.Start.Value < range.End.Value && postings.Vocabulary[range.Start] == word;
        return isPrefixEnough ? range : isWord ? range.Start..(range.Start.Value + 1) : range.Start..range.Start;
    }

    /// <summary>Adds to each listing the best weight at which it has the word, half of it where it only begins with it.</summary>
    private static void AddWord(Range range, string word, WordPostings postings, short[] scores, byte[] hits)
    {
        var (first, end) = (range.Start.Value, range.End.Value);
        if (first == end)
        {
            return;
        }

        var best = end - first == 1 ? null : new byte[scores.Length];
        for (var i = first; i < end; i++)
        {
            var shift = postings.Vocabulary[i].Length == word.Length ? 0 : 1;
            var documents = postings.Documents(i);
            var weights = postings.Weights(i);
            for (var j = 0; j < documents.Length; j++)
            {
                var (document, weight) = (documents[j], (byte)(weights[j] >> shift));
                var before = best?[document] ?? 0;
                if (before == 0)
                {
                    hits[document]++;
                }

                if (weight > before)
                {
                    scores[document] += (short)(weight - before);
                    if (best is not null)
                    {
                        best[document] = weight;
                    }
                }
            }
        }
    }
}
