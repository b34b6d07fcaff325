using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Connections.Data.Conversions;

/// <summary>Stores an instant as UTC in whole microseconds: what PostgreSQL keeps, and what SQLite can compare and
/// order as text.</summary>
public sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => ToStored(instant),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    private static DateTime ToStored(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
