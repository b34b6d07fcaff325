using Connections.Data;
using Connections.Domain.Audit;
using Connections.Web.Features.Shared.Times;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Connections.Web.Features.Accounts.Staff.AuditRecord;

/// <summary>What somebody looks for in the audit record. Days are days where the site is.</summary>
public sealed record AuditFilter
{
    /// <summary>An e-mail address, or <c>system</c> or <c>public</c>.</summary>
    public string? Actor { get; init; }

    /// <summary>The beginning of an action: <c>grants.</c></summary>
    public string? Action { get; init; }

    /// <summary>The beginning of a subject: <c>listing:</c></summary>
    public string? Subject { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public async Task<IQueryable<AuditEntry>> ApplyAsync(ConnectionsDbContext db, DateTimeZone zone, CancellationToken ct)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (Actor is { Length: > 0 })
        {
            var name = await ActorNameAsync(db, Actor, ct);
            entries = entries.Where(e => e.Actor == name);
        }

        if (Action is { Length: > 0 } action)
        {
            entries = entries.Where(e => e.Action.StartsWith(action));
        }

        if (Subject is { Length: > 0 } subject)
        {
            entries = entries.Where(e => e.Subject.StartsWith(subject));
        }

        if (From is { } from)
        {
            var start = StartOf(from, zone);
            entries = entries.Where(e => e.At >= start);
        }

        if (To is { } to)
        {
            var end = StartOf(to.AddDays(1), zone);
            entries = entries.Where(e => e.At < end);
        }

        return entries;
    }

    private static async Task<string> ActorNameAsync(ConnectionsDbContext db, string actor, CancellationToken ct)
    {
        if (!actor.Contains('@', StringComparison.Ordinal))
        {
            return actor;
        }

        var email = actor.Trim().ToUpperInvariant();
        var id = await db.Users.Where(u => u.NormalizedEmail == email).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(ct);
        return $"account:{id?.ToString() ?? "none"}";
    }

    private static DateTimeOffset StartOf(DateOnly day, DateTimeZone zone) =>
        LocalDate.FromDateOnly(day).AtStartOfDayInZone(zone).ToDateTimeOffset().ToUniversalTime();
}
