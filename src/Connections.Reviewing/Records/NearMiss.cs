namespace Connections.Reviewing.Records;

/// <summary>Whether a name that was written may be meant for another that is known.</summary>
/// <remarks>
/// Near are: the same letters in small and capitals or with underscores (<c>max_load</c>); one wrong, missing, further or exchanged letter,
/// two in names of six letters or more; another ending of up to three letters after four equal ones (<c>affinities</c>). A name with a
/// further word (<c>selectedAt</c> beside <c>selected</c>) is a name of its own.
/// </remarks>
internal static class NearMiss
{
    private const int LeastForOne = 3;
    private const int LeastForTwo = 6;
    private const int LeastStem = 4;
    private const int LongestEnding = 3;

    /// <summary>The names near what was written, nearest first, then by the alphabet.</summary>
    public static string[] Of(string written, IEnumerable<string> names) => written.Length > InputObject.LongestIdentifier ? [] :
    [
        .. names.Select(name => (Name: name, Distance: Distance(written, name))).Where(x => x.Distance < int.MaxValue)
            .OrderBy(x => x.Distance).ThenBy(x => x.Name, StringComparer.Ordinal).Select(x => x.Name),
    ];

    /// <summary>How many letters two names differ by; <see cref="int.MaxValue"/> if they are not near.</summary>
    private static int Distance(string written, string name)
    {
        var (left, right) = (Plain(written), Plain(name));
        if (left == right)
        {
            return 0;
        }

        var stem = left.Zip(right).TakeWhile(x => x.First == x.Second).Count();
        if (HasFurtherWord(written, name) || HasFurtherWord(name, written))
        {
            return int.MaxValue;
        }

        var edits = Edits(left, right);
        var allowed = right.Length >= LeastForTwo ? 2 : right.Length >= LeastForOne ? 1 : 0;
        var hasOtherEnding = stem >= LeastStem && Math.Max(left.Length, right.Length) - stem <= LongestEnding
            && !written[Math.Min(stem, written.Length)..].Any(char.IsUpper) && !name[Math.Min(stem, name.Length)..].Any(char.IsUpper);
        return edits <= allowed || hasOtherEnding ? edits : int.MaxValue;
    }

    private static bool HasFurtherWord(string longer, string shorter) => longer.Length > shorter.Length
        && longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase) && (char.IsUpper(longer[shorter.Length]) || !char.IsLetter(longer[shorter.Length]));

    private static string Plain(string name) => new([.. name.Where(c => c is not ('_' or '-' or ' ')).Select(char.ToLowerInvariant)]);

    /// <summary>Letters to replace, leave out or put in, or neighbours to exchange (Damerau's distance, each place touched once).</summary>
    private static int Edits(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
