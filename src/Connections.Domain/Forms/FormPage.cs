using System.Text.Json.Serialization;

namespace Connections.Domain.Forms;

/// <summary>One page of a form. Pages with the same section are one task of the task list.</summary>
public sealed record FormPage
{
    public string Key { get; init; } = "";

    public string Section { get; init; } = "";

    public string Caption { get; init; } = "";

    public FormCondition? Condition { get; init; }

    public IReadOnlyList<FormFieldset> Fieldsets { get; init; } = [];

    [JsonIgnore]
    public IEnumerable<FormField> Fields => Fieldsets.SelectMany(s => s.Columns).SelectMany(c => c.Fields);
}
