namespace Connections.Domain.Forms;

/// <summary>Compares one answer with a value.</summary>
public sealed record FormRule
{
    public Guid Field { get; init; }

    public string FieldAlias { get; init; } = "";

    /// <summary>A word of Umbraco Forms: <c>Is</c>, <c>IsNot</c>, <c>Contains</c>, <c>StartsWith</c>, <c>EndsWith</c>.</summary>
    public string Operator { get; init; } = "Is";

    public string Value { get; init; } = "";

    public bool Holds(FormAnswers answers)
    {
        var values = answers[FieldAlias].Values;
        return Operator switch
        {
            "Is" => values.Contains(Value, StringComparer.Ordinal),
            "IsNot" => !values.Contains(Value, StringComparer.Ordinal),
            "Contains" => values.Any(v => v.Contains(Value, StringComparison.OrdinalIgnoreCase)),
            "StartsWith" => values.Any(v => v.StartsWith(Value, StringComparison.OrdinalIgnoreCase)),
            "EndsWith" => values.Any(v => v.EndsWith(Value, StringComparison.OrdinalIgnoreCase)),
            _ => throw new NotSupportedException($"A form compares with “{Operator}”, which is not known."),
        };
    }
}
