using System.Diagnostics.CodeAnalysis;

namespace Connections.Adapters.Files;

/// <summary>What a file is, where that could be told, and why it is not taken, where it is not.</summary>
public sealed record FileVerdict(FileType? Type, FileRefusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Type))]
    public bool IsAccepted => Type is not null && Refusal is null;
}
