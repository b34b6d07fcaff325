using System.Globalization;
using System.Text.RegularExpressions;

namespace Connections.Web.Localization;

/// <summary>Texts that count: <c>{0, plural, one {1 thing waits} other {# things wait}}</c>, the part of ICU's message format
/// that a translator needs here. <c>#</c> is the number, and other placeholders may stand inside.</summary>
public static partial class PluralText
{
    /// <summary>What opens a choice, and what parts its two forms: a pseudo-locale leaves both alone.</summary>
    public const string Between = "} other {";

    public static string Choose(string text, object[] arguments) =>
        text.Contains(", plural,", StringComparison.Ordinal) ? Choice().Replace(text, choice => Form(choice, arguments)) : text;

    /// <returns>How long the opening of a choice is that begins there; 0 where none does.</returns>
    public static int OpeningAt(string text, int index) => Opening().Match(text, index) is { Success: true } opening && opening.Index == index ? opening.Length : 0;

    private static string Form(Match choice, object[] arguments)
    {
        var place = choice.Groups["place"].Value;
        var isOne = Convert.ToString(arguments[int.Parse(place, CultureInfo.InvariantCulture)], CultureInfo.InvariantCulture) == "1";
        return choice.Groups[isOne ? "one" : "other"].Value.Replace("#", $"{{{place}:#,0}}", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{(?<place>\d+), plural, one \{(?<one>([^{}]|\{\d+[^{}]*\})*)\} other \{(?<other>([^{}]|\{\d+[^{}]*\})*)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Choice();

    [GeneratedRegex(@"\G\{\d+, plural, one \{", RegexOptions.None, 1000)]
    private static partial Regex Opening();
}
