using System.Text.Json.Serialization;

namespace Connections.Domain.Forms;

/// <summary>What somebody answered to one field, as typed. Which part is used depends on the field's kind.</summary>
public sealed record FormAnswer
{
    public static readonly FormAnswer None = new();

    /// <summary>Text, date (<c>2027-07-01</c>), amount as typed, or <c>true</c> for a ticked box.</summary>
    public string? Text { get; init; }

    /// <summary>Chosen options or ISO 3166-1 codes.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    public IReadOnlyList<BudgetLine>? Budget { get; init; }

    public IReadOnlyList<AttachedFile>? Files { get; init; }

    [JsonIgnore]
    public IReadOnlyList<string> Values => Choices ?? (string.IsNullOrWhiteSpace(Text) ? [] : [Text]);

    [JsonIgnore]
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Choices is null or [] && (Budget is null || Budget.All(l => l.IsEmpty)) && Files is null or [];

    public static FormAnswer Of(string text) => new() { Text = text };

    public static FormAnswer Chosen(params IReadOnlyList<string> choices) => new() { Choices = choices };
}
