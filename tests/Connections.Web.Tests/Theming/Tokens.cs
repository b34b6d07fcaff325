using System.Globalization;
using System.Text.RegularExpressions;
using Connections.Testing;

namespace Connections.Web.Tests.Theming;

/// <summary>The tokens of one theme, with colours worked out to red, green and blue.</summary>
public sealed partial class Tokens
{
    private readonly Dictionary<string, string> values;

    private Tokens(Dictionary<string, string> values) => this.values = values;

    public IReadOnlyCollection<string> Names => values.Keys;

    public static Tokens Of(string theme)
    {
        var css = File.ReadAllText(Path.Combine(SourceTree.Root, "themes", theme, "tokens.css"));
        return new Tokens(Declaration().Matches(css).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value.Trim()));
    }

    /// <summary>Contrast of two colours as WCAG 2 defines it.</summary>
    public double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private double Luminance(string token)
    {
        var colour = Resolve(token);
        double Channel(int at)
        {
            var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    private string Resolve(string token)
    {
        var value = token.StartsWith('#') ? token : values[token];
        return Reference().Match(value) is { Success: true } reference ? Resolve(reference.Groups["name"].Value)
            : value is ['#', _, _, _, _, _, _] ? value
            : throw new FormatException($"{token} is not a colour: {value}");
    }

    [GeneratedRegex(@"^\s*(?<name>--[a-z0-9-]+):\s*(?<value>[^;]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^var\((?<name>--[a-z0-9-]+)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
