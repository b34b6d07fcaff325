using System.Text.RegularExpressions;

namespace Connections.Domain.Forms;

/// <summary>Counts words: a run of characters that are not spaces and hold a letter or a digit is one; every Chinese or
/// Japanese character is one by itself.</summary>
public static partial class WordCount
{
    private const string Ideographs = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";

    public static int Of(string? text) => text is null ? 0 : Word().Count(text);

    [GeneratedRegex($@"[{Ideographs}]|[^\s{Ideographs}]*[\p{{L}}\p{{N}}][^\s{Ideographs}]*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
