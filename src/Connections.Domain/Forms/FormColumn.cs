namespace Connections.Domain.Forms;

public sealed record FormColumn
{
    public string Caption { get; init; } = "";

    public int Width { get; init; } = 12;

    public IReadOnlyList<FormField> Fields { get; init; } = [];
}
