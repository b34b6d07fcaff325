using System.Text.RegularExpressions;

namespace Connections.Web.Features.Shared.Forms;

/// <summary>Counts words the way the page's script does (Assets/js/word-count.js), so that both agree.</summary>
/// <remarks>A run of characters that are not spaces and hold a letter or a digit is a word; every Chinese or Japanese
/// character is one by itself.</remarks>
public static partial class WordCount
{
    private const string Ideographs = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";

    public static int Of(string? text) => text is null ? 0 : Word().Count(text);

    [GeneratedRegex($@"[{Ideographs}]|[^\s{Ideographs}]*[\p{{L}}\p{{N}}-[{Ideographs}]][^\s{Ideographs}]*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
