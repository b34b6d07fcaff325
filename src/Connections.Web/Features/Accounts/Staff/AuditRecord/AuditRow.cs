using Connections.Data;
using Connections.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Connections.Web.Features.Accounts.Staff.AuditRecord;

/// <param name="Who">The person's name where the account still exists, otherwise what the record says.</param>
/// <param name="SubjectName">Of what it speaks of, where that still exists.</param>
public sealed record AuditRow(long Sequence, DateTimeOffset At, string Who, string Action, string Subject, string? SubjectName, string? Reason, string? Before, string? After);

internal static class AuditRows
{
    public static async Task<IReadOnlyList<AuditRow>> WithNamesAsync(this ConnectionsDbContext db, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var ids = entries.Select(e => AccountOf(e.Actor)).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName.Length > 0 ? u.DisplayName : u.Email!, ct);
        var subjects = await AuditSubjects.NamesAsync(db, entries.Select(e => e.Subject), ct);
        return
        [
            .. entries.Select(e => new AuditRow(
                e.Sequence, e.At, AccountOf(e.Actor) is { } id && names.TryGetValue(id, out var name) ? name : e.Actor, e.Action, e.Subject, subjects.GetValueOrDefault(e.Subject), e.Reason, e.Before, e.After)),
        ];
    }

    private static Guid? AccountOf(string actor) =>
        actor.StartsWith("account:", StringComparison.Ordinal) && Guid.TryParse(actor["account:".Length..], out var id) ? id : null;
}
