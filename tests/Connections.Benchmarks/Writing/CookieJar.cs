using System.Text.RegularExpressions;

namespace Connections.Benchmarks.Writing;

/// <summary>Cookies as one line, the way a browser sends them.</summary>
internal static partial class CookieJar
{
    /// <param name="answer">An answer with its head.</param>
    /// <returns>What was held, with what the answer set.</returns>
    public static string Add(string? held, string answer)
    {
        var cookies = (held ?? "").Split("; ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(c => c.Split('=')[0], StringComparer.Ordinal);
        foreach (Match set in SetCookie().Matches(answer))
        {
            cookies[set.Groups["name"].Value] = $"{set.Groups["name"].Value}={set.Groups["value"].Value}";
        }

        return string.Join("; ", cookies.Values);
    }

    [GeneratedRegex(@"^Set-Cookie: (?<name>[^=]+)=(?<value>[^;\r]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SetCookie();
}
