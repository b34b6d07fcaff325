using System.Text.Json.Serialization;

namespace Connections.Domain.Forms;

/// <summary>A form in the shape of an Umbraco Forms definition: pages → fieldsets → columns → fields.</summary>
public sealed record FormDefinition
{
    public string Key { get; init; } = "";

    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Introduction { get; init; } = "";

    public string NextLabel { get; init; } = "";

    public string PreviousLabel { get; init; } = "";

    public string SubmitLabel { get; init; } = "";

    public string MessageOnSubmit { get; init; } = "";

    public IReadOnlyList<FormPage> Pages { get; init; } = [];

    [JsonIgnore]
    public IEnumerable<FormField> Fields => Pages.SelectMany(p => p.Fields);

    public FormField? Find(string alias) => Fields.FirstOrDefault(f => f.Alias == alias);

    public FormPage? FindPage(string key) => Pages.FirstOrDefault(p => p.Key == key);
}
