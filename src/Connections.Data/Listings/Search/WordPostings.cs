namespace Connections.Data.Listings.Search;

/// <summary>Which listings have which word, and how much it weighs there: three flat arrays behind one sorted vocabulary.</summary>
internal sealed class WordPostings
{
    private readonly int[] starts;
    private readonly int[] documents;
    private readonly byte[] weights;

    public WordPostings(IReadOnlyList<DirectoryEntry> entries)
    {
        var byWord = new Dictionary<string, List<(int Document, byte Weight)>>();
        var total = 0;
        for (var document = 0; document < entries.Count; document++)
        {
            foreach (var (word, weight) in entries[document].Words)
            {
                (byWord.TryGetValue(word, out var list) ? list : byWord[word] = []).Add((document, weight));
                total++;
            }
        }

        Vocabulary = [.. byWord.Keys];
        Array.Sort(Vocabulary, StringComparer.Ordinal);
        starts = new int[Vocabulary.Length + 1];
        documents = new int[total];
        weights = new byte[total];
        var next = 0;
        for (var word = 0; word < Vocabulary.Length; word++)
        {
            starts[word] = next;
            foreach (var (document, weight) in byWord[Vocabulary[word]])
            {
                documents[next] = document;
                weights[next++] = weight;
            }
        }

        starts[^1] = next;
    }

    public string[] Vocabulary { get; }

    public int Frequency(int word) => starts[word + 1] - starts[word];

    /// <summary>How often the words of the range occur, all together.</summary>
    public int Frequency(Range words) => starts[words.End.Value] - starts[words.Start.Value];

    public ReadOnlySpan<int> Documents(int word) => documents.AsSpan(starts[word], Frequency(word));

    public ReadOnlySpan<byte> Weights(int word) => weights.AsSpan(starts[word], Frequency(word));

    /// <returns>The words that begin with the text, the text itself first if it is one.</returns>
    public Range StartingWith(string text)
    {
        var first = Array.BinarySearch(Vocabulary, text, StringComparer.Ordinal);
        first = first < 0 ? ~first : first;
        var (low, high) = (first, Vocabulary.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Vocabulary[middle].StartsWith(text, StringComparison.Ordinal) ? (middle + 1, high) : (low, middle);
        }

        return first..low;
    }
}
