using System.Text.Json;
using Connections.Data.Conversions;
using Connections.Domain.Audit;

namespace Connections.Data.Audit;

/// <summary>Adds entries to the audit record. They are stored by the next save, with the change they tell of.</summary>
public sealed class AuditTrail(ConnectionsDbContext db, ICurrentActor actor, TimeProvider clock)
{
    /// <param name="action">Dotted lower case: <c>directory.publish</c>.</param>
    /// <param name="subject">Kind and id: <c>listing:{id}</c>.</param>
    /// <param name="before">A small record of what mattered before; never a whole person.</param>
    public void Record(string action, string subject, string? reason = null, object? before = null, object? after = null) =>
        db.Append(new AuditEntry(clock.GetUtcNow(), actor.Name, action, subject, reason, Json(before), Json(after)));

    private static string? Json(object? value) =>
        value is null ? null : JsonSerializer.Serialize(value, value.GetType(), JsonConverter.Options);
}
