using System.Buffers;
using System.Numerics;

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
        var ranges = new Range[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            ranges[i] = Range(words[i], postings);
            if (IsEmpty(ranges[i]) && spelling.Correct(words[i]) is { } meant)
            {
                corrections.Add(new SpellingCorrection(words[i], meant));
                words[i] = meant;
                ranges[i] = Range(meant, postings);
            }
        }

        var scores = new short[entries.Count];
        var hits = ArrayPool<byte>.Shared.Rent(entries.Count);
        Array.Clear(hits, 0, entries.Count);
        var most = words.Count;
        if (!AddIfTogether(words, ranges, postings, scores, hits))
        {
            Array.Clear(scores);
            Array.Clear(hits, 0, entries.Count);
            for (var i = 0; i < words.Count; i++)
            {
                AddWord(ranges[i], words[i], postings, scores, hits, fewest: 0);
            }

            most = Highest(hits.AsSpan(0, entries.Count));
        }

        var found = new DocumentSet(entries.Count);
        var whole = string.Join(' ', words);
        var highest = 0;
        for (var document = Next(hits, 0, most, entries.Count); document >= 0; document = Next(hits, document + 1, most, entries.Count))
        {
            found.Add(document);
            scores[document] += entries[document].FoldedName == whole ? WholeNameBonus : (short)0;
            highest = Math.Max(highest, scores[document]);
        }

        ArrayPool<byte>.Shared.Return(hits);
        return new TextMatch(found, scores, highest, corrections, most > 0 && most < words.Count);
    }

    private static Range Range(string word, WordPostings postings)
    {
        var range = postings.StartingWith(word);
        var isPrefixEnough = word.Length >= ShortestPrefix || FoldedText.IsPaired(word);
        var isWord = range.Start.Value < range.End.Value && postings.Vocabulary[range.Start] == word;
        return isPrefixEnough ? range : isWord ? range.Start..(range.Start.Value + 1) : range.Start..range.Start;
    }

    private static byte Highest(ReadOnlySpan<byte> hits)
    {
        var highest = Vector<byte>.Zero;
        var at = 0;
        for (; at <= hits.Length - Vector<byte>.Count; at += Vector<byte>.Count)
        {
            highest = Vector.Max(highest, new Vector<byte>(hits[at..]));
        }

        var most = (byte)0;
        for (var i = 0; i < Vector<byte>.Count; i++)
        {
            most = Math.Max(most, highest[i]);
        }

        foreach (var rest in hits[at..])
        {
            most = Math.Max(most, rest);
        }

        return most;
    }

    /// <returns>The next listing with as many of the words; -1 behind the last.</returns>
    private static int Next(byte[] hits, int from, int most, int count)
    {
        var at = most == 0 ? -1 : hits.AsSpan(from, count - from).IndexOf((byte)most);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>Adds all words to the listings that have every one of them. The rarest word goes first, so that of a common word or
    /// a short beginning only the few listings count that have the others too.</summary>
    /// <returns>False where no listing has them all; what was added is then of no use.</returns>
    private static bool AddIfTogether(List<string> words, Range[] ranges, WordPostings postings, short[] scores, byte[] hits)
    {
        var rarestFirst = Enumerable.Range(0, words.Count).OrderBy(i => postings.Frequency(ranges[i])).ToArray();
        for (var earlier = 0; earlier < rarestFirst.Length; earlier++)
        {
            var word = rarestFirst[earlier];
            if (!AddWord(ranges[word], words[word], postings, scores, hits, earlier))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsEmpty(Range range) => range.Start.Value == range.End.Value;

    /// <summary>Adds to each listing the best weight at which it has the word, half of it where it only begins with it.</summary>
    /// <param name="fewest">Listings with fewer of the earlier words are passed over.</param>
    /// <returns>Whether any listing has the word.</returns>
    private static bool AddWord(Range range, string word, WordPostings postings, short[] scores, byte[] hits, int fewest)
    {
        var (first, end) = (range.Start.Value, range.End.Value);
        var best = end - first <= 1 ? null : ArrayPool<byte>.Shared.Rent(scores.Length);
        if (best is not null)
        {
            Array.Clear(best, 0, scores.Length);
        }

        var isThere = false;
        for (var i = first; i < end; i++)
        {
            var shift = postings.Vocabulary[i].Length == word.Length ? 0 : 1;
            var documents = postings.Documents(i);
            var weights = postings.Weights(i);
            for (var j = 0; j < documents.Length; j++)
            {
                var document = documents[j];
                if (hits[document] < fewest)
                {
                    continue;
                }

                isThere = true;
                var weight = (byte)(weights[j] >> shift);
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

        if (best is not null)
        {
            ArrayPool<byte>.Shared.Return(best);
        }

        return isThere;
    }
}
