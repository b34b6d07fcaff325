using System.ComponentModel.DataAnnotations;

namespace Connections.Data.Seeding;

/// <summary>Says that a site pack has been imported, so that the next start leaves it alone.</summary>
public sealed class ImportedPack
{
    [Key, MaxLength(80)]
    public required string Name { get; init; }

    public DateTimeOffset ImportedAt { get; init; }
}
