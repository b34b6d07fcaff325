namespace Connections.Data.Keys;

/// <summary>A key of ASP.NET Core data protection, shared by every node.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; init; }

    public string? FriendlyName { get; init; }

    public required string Xml { get; init; }
}
