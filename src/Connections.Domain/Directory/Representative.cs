using Connections.Domain.Shared;

namespace Connections.Domain.Directory;

/// <summary>An account that may speak for an organisation. Never shown in public.</summary>
public sealed class Representative
{
    private Representative()
    {
    }

    internal Representative(AccountId accountId, string name, DateTimeOffset since)
    {
        AccountId = accountId;
        Name = name;
        Since = since;
    }

    public AccountId AccountId { get; private set; }

    public string Name { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }
}
