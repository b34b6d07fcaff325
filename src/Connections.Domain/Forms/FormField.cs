using System.Globalization;
using System.Text.Json.Serialization;

namespace Connections.Domain.Forms;

/// <summary>One question of a form.</summary>
public sealed record FormField
{
    public Guid Id { get; init; }

    public string Alias { get; init; } = "";

    public string Caption { get; init; } = "";

    public string HelpText { get; init; } = "";

    public string Placeholder { get; init; } = "";

    public bool Required { get; init; }

    public string RequiredErrorMessage { get; init; } = "";

    public string Pattern { get; init; } = "";

    public string PatternInvalidErrorMessage { get; init; } = "";

    public FormCondition? Condition { get; init; }

    public IReadOnlyList<FormOption> PreValues { get; init; } = [];

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public FormFieldType Type { get; init; } = new();

    [JsonIgnore]
    public FieldKind Kind => Type.Kind;

    /// <summary>A whole number from the field's settings, or null where it is not set.</summary>
    public int? Number(string setting) =>
        Settings.TryGetValue(setting, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string? Setting(string setting) => Settings.TryGetValue(setting, out var text) && text.Length > 0 ? text : null;

    public IReadOnlyList<string> Words(string setting) =>
        Setting(setting)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
