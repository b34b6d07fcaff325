using Connections.Domain.Forms;

namespace Connections.Domain.Calls;

/// <summary>One fixed wording of a form. A changed form is a new version; what was begun on the old one is finished on it.</summary>
public sealed class FormVersion
{
    private FormVersion()
    {
    }

    public FormVersion(FormVersionId id, string key, int number, FormDefinition definition, DateTimeOffset createdAt)
    {
        Id = id;
        Key = key;
        Number = number;
        Definition = definition;
        CreatedAt = createdAt;
    }

    public FormVersionId Id { get; private set; }

    public string Key { get; private set; } = "";

    public int Number { get; private set; }

    public FormDefinition Definition { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }
}
