namespace Connections.Domain.Forms;

public sealed record FormFieldset
{
    public Guid Id { get; init; }

    public string Caption { get; init; } = "";

    public FormCondition? Condition { get; init; }

    public IReadOnlyList<FormColumn> Columns { get; init; } = [];
}
