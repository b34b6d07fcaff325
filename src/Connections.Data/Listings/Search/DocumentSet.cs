using System.Numerics;

namespace Connections.Data.Listings.Search;

/// <summary>A set of listings, one bit each. The operations work on whole words of 64.</summary>
internal sealed class DocumentSet(int count)
{
    private readonly ulong[] words = new ulong[(count + 63) / 64];

    public static DocumentSet All(int count)
    {
        var set = new DocumentSet(count);
        Array.Fill(set.words, ulong.MaxValue);
        if (count % 64 != 0)
        {
            set.words[^1] = (1UL << (count % 64)) - 1;
        }

        return set;
    }

    public void Add(int document) => words[document >> 6] |= 1UL << (document & 63);

    public bool Contains(int document) => (words[document >> 6] & (1UL << (document & 63))) != 0;

    public DocumentSet And(DocumentSet other)
    {
        var both = new DocumentSet(count);
        for (var i = 0; i < words.Length; i++)
        {
            both.words[i] = words[i] & other.words[i];
        }

        return both;
    }

    public void UniteWith(DocumentSet other)
    {
        for (var i = 0; i < words.Length; i++)
        {
            words[i] |= other.words[i];
        }
    }

    public int Count()
    {
        var total = 0;
        foreach (var word in words)
        {
            total += BitOperations.PopCount(word);
        }

        return total;
    }

    public int CountAnd(DocumentSet other)
    {
        var (mine, theirs) = (words, other.words);
        var total = 0;
        for (var i = 0; i < mine.Length && i < theirs.Length; i++)
        {
            total += BitOperations.PopCount(mine[i] & theirs[i]);
        }

        return total;
    }

    /// <returns>The members in ascending order.</returns>
    public IEnumerable<int> Members()
    {
        for (var i = 0; i < words.Length; i++)
        {
            for (var word = words[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
