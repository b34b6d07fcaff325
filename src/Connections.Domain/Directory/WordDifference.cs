namespace Connections.Domain.Directory;

public enum WordPieceKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of words that stayed, went or came.</summary>
public sealed record WordPiece(WordPieceKind Kind, string Text);

/// <summary>Shows which words of a text went and which came.</summary>
/// <remarks>Longest common subsequence of words with the spaces that follow them. Texts of more than
/// <see cref="MostWords"/> words are shown as wholly replaced, so that the work stays bounded.</remarks>
public static class WordDifference
{
    private const int MostWords = 1500;

    public static IReadOnlyList<WordPiece> Between(string? before, string? after)
    {
        var old = Words(before ?? "");
        var fresh = Words(after ?? "");
        return old.Count > MostWords || fresh.Count > MostWords
            ? Joined([.. old.Select(w => new WordPiece(WordPieceKind.Removed, w)), .. fresh.Select(w => new WordPiece(WordPieceKind.Added, w))])
            : Joined(Walk(old, fresh, Lengths(old, fresh)));
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i])))
            {
                words.Add(text[start..i]);
                start = i;
            }
        }

        return words;
    }

    private static int[,] Lengths(List<string> old, List<string> fresh)
    {
        var lengths = new int[old.Count + 1, fresh.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = fresh.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = IsSame(old[i], fresh[j]) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static IEnumerable<WordPiece> Walk(List<string> old, List<string> fresh, int[,] lengths)
    {
        var (i, j) = (0, 0);
        while (i < old.Count || j < fresh.Count)
        {
            if (i < old.Count && j < fresh.Count && IsSame(old[i], fresh[j]))
            {
                yield return new WordPiece(WordPieceKind.Same, fresh[j++]);
                i++;
            }
            else if (j == fresh.Count || (i < old.Count && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                yield return new WordPiece(WordPieceKind.Removed, old[i++]);
            }
            else
            {
                yield return new WordPiece(WordPieceKind.Added, fresh[j++]);
            }
        }
    }

    private static bool IsSame(string a, string b) => a.AsSpan().TrimEnd().SequenceEqual(b.AsSpan().TrimEnd());

    private static List<WordPiece> Joined(IEnumerable<WordPiece> pieces)
    {
        var joined = new List<WordPiece>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1].Kind == piece.Kind)
            {
                joined[^1] = piece with { Text = joined[^1].Text + piece.Text };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }
}
