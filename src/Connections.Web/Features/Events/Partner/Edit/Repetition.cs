using System.Globalization;

namespace Connections.Web.Features.Events.Partner.Edit;

/// <summary>The repetitions that the form offers, to and from the rule that is stored.</summary>
internal static class Repetition
{
    public const string Never = "never";

    /// <summary>A rule that the form has no words for, kept as it is.</summary>
    public const string AsItIs = "as-it-is";

    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["weekly"] = "FREQ=WEEKLY",
        ["fortnightly"] = "FREQ=WEEKLY;INTERVAL=2",
        ["monthly"] = "FREQ=MONTHLY",
        ["yearly"] = "FREQ=YEARLY",
    };

    public static readonly IReadOnlyList<string> Choices = [Never, .. Rules.Keys, AsItIs];

    public static string? Write(string choice, int? times, string? present) => choice switch
    {
        Never => null,
        AsItIs => present,
        _ when Rules.TryGetValue(choice, out var rule) => rule + (times is { } n ? string.Create(CultureInfo.InvariantCulture, $";COUNT={n}") : ""),
        _ => null,
    };

    public static (string Choice, int? Times) Read(string? rule)
    {
        if (rule is null)
        {
            return (Never, null);
        }

        var at = rule.IndexOf(";COUNT=", StringComparison.Ordinal);
        var plain = at < 0 ? rule : rule[..at];
        var times = 0;
        var known = Rules.FirstOrDefault(r => r.Value == plain).Key;
        return known is null || (at >= 0 && !int.TryParse(rule[(at + 7)..], NumberStyles.None, CultureInfo.InvariantCulture, out times))
            ? (AsItIs, null)
            : (known, at < 0 ? null : times);
    }
}
