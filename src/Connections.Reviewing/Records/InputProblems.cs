namespace Connections.Reviewing.Records;

/// <summary>What is wrong with an input document: one line each, in the order found, at most fifty.</summary>
internal sealed class InputProblems
{
    private const int Most = 50;
    private readonly List<string> lines = [];
    private int left;

    public bool Any => lines.Count > 0;

    public IEnumerable<string> Lines => left > 0 ? lines.Append($"and {left} more") : lines;

    /// <summary>Notes a problem at a place such as <c>scores[3].score</c>; the root has no place.</summary>
    public void Add(string place, string problem)
    {
        if (lines.Count >= Most)
        {
            left++;
            return;
        }

        lines.Add(place.Length == 0 ? problem : $"{place}: {problem}");
    }

    /// <summary>Text from the input, made fit for one line.</summary>
    public static string Quote(string text)
    {
        var line = new string([.. text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);
        return "\"" + (line.Length > 60 ? line[..60] + "…" : line) + "\"";
    }
}
