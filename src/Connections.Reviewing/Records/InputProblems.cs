namespace Connections.Reviewing.Records;

/// <summary>What is wrong with an input document: one line each, in the order found, at most fifty.</summary>
internal sealed class InputProblems
{
    private const int Most = 50;
    private readonly List<(string Text, Func<string>? Ending)> lines = [];
    private int left;

    public bool Any => lines.Count > 0;

    public IEnumerable<string> Lines => lines.Select(line => line.Text + line.Ending?.Invoke()).Concat(left > 0 ? [$"and {left} more"] : []);

    /// <summary>Notes a problem at a place such as <c>scores[3].score</c>; the root has no place.</summary>
    /// <param name="ending">What can be added to the line only when everything has been read.</param>
    public void Add(string place, string problem, Func<string>? ending = null)
    {
        if (lines.Count >= Most)
        {
            left++;
            return;
        }

        lines.Add((place.Length == 0 ? problem : $"{place}: {problem}", ending));
    }

    /// <summary>Text from the input, made fit for one line.</summary>
    public static string Quote(string text)
    {
        var line = new string([.. text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);
        return "\"" + (line.Length > 60 ? line[..60] + "…" : line) + "\"";
    }
}
