using System.Text.Json.Serialization;

namespace Connections.Domain.Forms;

public sealed record FormFieldType
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    [JsonIgnore]
    public FieldKind Kind => FieldKinds.Of(Id);
}
