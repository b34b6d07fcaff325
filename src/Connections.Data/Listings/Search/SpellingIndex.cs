using System.Buffers;

namespace Connections.Data.Listings.Search;

/// <summary>Finds the word of the directory's own vocabulary that somebody most likely meant.</summary>
/// <remarks>Candidates share trigrams with the typed word; the winner has the fewest edits (insertion, deletion, replacement
/// or two neighbours swapped; one in words of four or five letters, two in longer ones), then the same first letter, then the
/// most listings, then comes first in the alphabet.</remarks>
internal sealed class SpellingIndex
{
    private const int MostCandidates = 64;
    private const int LongestWord = 40;
    private readonly string[] vocabulary;
    private readonly byte[] lengths;
    private readonly Func<int, int> frequency;
    private readonly Dictionary<(char, char, char), int[]> wordsByTrigram;

    /// <param name="vocabulary">All words, in ordinal order.</param>
    /// <param name="frequency">In how many listings the word at an index occurs.</param>
    public SpellingIndex(string[] vocabulary, Func<int, int> frequency)
    {
        this.vocabulary = vocabulary;
        lengths = Array.ConvertAll(vocabulary, word => (byte)Math.Min(word.Length, byte.MaxValue));
        this.frequency = frequency;
        var lists = new Dictionary<(char, char, char), List<int>>();
        for (var word = 0; word < vocabulary.Length; word++)
        {
            if (IsCorrectable(vocabulary[word]))
            {
                foreach (var trigram in Trigrams(vocabulary[word]).Distinct())
                {
                    (lists.TryGetValue(trigram, out var list) ? list : lists[trigram] = []).Add(word);
                }
            }
        }

        wordsByTrigram = lists.ToDictionary(l => l.Key, l => l.Value.ToArray());
    }

    public string? Correct(string typed)
    {
        if (typed.Length < 4 || !IsCorrectable(typed))
        {
            return null;
        }

        var most = typed.Length < 6 ? 1 : 2;
        (int Distance, int OtherStart, int Rarity, int Word)? best = null;
        foreach (var word in Candidates(typed, most))
        {
            var distance = EditDistance.Between(typed, vocabulary[word], most);
            if (distance <= most)
            {
                var rank = (distance, vocabulary[word][0] == typed[0] ? 0 : 1, -frequency(word), word);
                best = best is null || rank.CompareTo(best.Value) < 0 ? rank : best;
            }
        }

        return best is null ? null : vocabulary[best.Value.Word];
    }

    private static bool IsCorrectable(string word) => word.Length is > 2 and <= LongestWord && !char.IsDigit(word[0]) && !FoldedText.IsPaired(word);

    private static IEnumerable<(char, char, char)> Trigrams(string word)
    {
        for (var i = -1; i < word.Length - 1; i++)
        {
            yield return (i < 0 ? ' ' : word[i], word[i + 1], i + 2 < word.Length ? word[i + 2] : ' ');
        }
    }

    private List<int> Candidates(string typed, int most)
    {
        var shared = ArrayPool<byte>.Shared.Rent(vocabulary.Length);
        Array.Clear(shared, 0, vocabulary.Length);
        var touched = new List<int>();
        foreach (var trigram in Trigrams(typed))
        {
            foreach (var word in wordsByTrigram.GetValueOrDefault(trigram, []))
            {
                if (Math.Abs(lengths[word] - typed.Length) <= most && shared[word]++ == 0)
                {
                    touched.Add(word);
                }
            }
        }

        var likeliest = Likeliest(touched, shared);
        ArrayPool<byte>.Shared.Return(shared);
        return likeliest;
    }

    /// <summary>Those that share most with the typed word; of equals those that come first in the alphabet.</summary>
    private static List<int> Likeliest(List<int> touched, byte[] shared)
    {
        if (touched.Count <= MostCandidates)
        {
            return touched;
        }

        Span<int> sharing = stackalloc int[byte.MaxValue + 1];
        foreach (var word in touched)
        {
            sharing[shared[word]]++;
        }

        var (least, above) = (byte.MaxValue, 0);
        while (above + sharing[least] < MostCandidates)
        {
            above += sharing[least--];
        }

        var equals = touched.FindAll(word => shared[word] == least);
        equals.Sort();
        return [.. touched.Where(word => shared[word] > least), .. equals.Take(MostCandidates - above)];
    }
}
